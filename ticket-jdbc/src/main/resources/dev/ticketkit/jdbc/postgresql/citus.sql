-- Reference tables: whole on every node.
SELECT create_reference_table('{ticket_schema}');
SELECT create_reference_table('{ticket_key}');
SELECT create_reference_table('{ticket_consumer}');

-- One colocation group: all rows of a tenant are on one node.
SELECT create_distributed_table('{ticket_event}', 'tenant_id');
SELECT create_distributed_table('{ticket}', 'tenant_id', colocate_with => '{ticket_event}');
SELECT create_distributed_table('{ticket_former_contact}', 'tenant_id', colocate_with => '{ticket_event}');
SELECT create_distributed_table('{ticket_unindexed}', 'tenant_id', colocate_with => '{ticket_event}');
SELECT create_distributed_table('{ticket_words}', 'tenant_id', colocate_with => '{ticket_event}');
SELECT create_distributed_table('{ticket_category}', 'tenant_id', colocate_with => '{ticket_event}');
SELECT create_distributed_table('{ticket_status}', 'tenant_id', colocate_with => '{ticket_event}');
SELECT create_distributed_table('{ticket_priority}', 'tenant_id', colocate_with => '{ticket_event}');
SELECT create_distributed_table('{ticket_delta}', 'tenant_id', colocate_with => '{ticket_event}');
SELECT create_distributed_table('{ticket_rollup}', 'tenant_id', colocate_with => '{ticket_event}');
SELECT create_distributed_table('{ticket_rollup_period}', 'tenant_id', colocate_with => '{ticket_event}');
SELECT create_distributed_table('{ticket_rollup_turn}', 'tenant_id', colocate_with => '{ticket_event}');
SELECT create_distributed_table('{ticket_unsequenced}', 'tenant_id', colocate_with => '{ticket_event}');
SELECT create_distributed_table('{ticket_feed}', 'tenant_id', colocate_with => '{ticket_event}');
SELECT create_distributed_table('{ticket_feed_end}', 'tenant_id', colocate_with => '{ticket_event}');
SELECT create_distributed_table('{ticket_series}', 'tenant_id', colocate_with => '{ticket_event}');
SELECT create_distributed_table('{ticket_delivery}', 'tenant_id', colocate_with => '{ticket_event}');
SELECT create_distributed_table('{ticket_automation_set}', 'tenant_id', colocate_with => '{ticket_event}');
SELECT create_distributed_table('{ticket_automation}', 'tenant_id', colocate_with => '{ticket_event}');
SELECT create_distributed_table('{ticket_firing}', 'tenant_id', colocate_with => '{ticket_event}');
SELECT create_distributed_table('{ticket_execution}', 'tenant_id', colocate_with => '{ticket_event}');
SELECT create_distributed_table('{ticket_mail_switch}', 'tenant_id', colocate_with => '{ticket_event}');
SELECT create_distributed_table('{ticket_notification}', 'tenant_id', colocate_with => '{ticket_event}');
