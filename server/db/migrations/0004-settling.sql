-- When this PC last held exactly what the city holds; after a restore the city waits for it.
ALTER TABLE device_health ADD COLUMN same_at text;
