CREATE TABLE shop_order (id varchar(20) PRIMARY KEY);
