/**
 * A device of SANE's `test` backend as it ships it: fifty dots an inch until told otherwise, 200 mm each way; with these lines more.
 */
export function saneTestDevice(devices: number, more = ''): string {
  return `number_of_devices ${String(devices)}
mode Gray
depth 8
resolution_min 1.0
resolution_max 1200.0
resolution_quant 1.0
resolution 50.0
geometry_min 0.0
geometry_max 200.0
geometry_quant 1.0
tl_x 0.0
tl_y 0.0
br_x 80.0
br_y 100.0
${more}`
}
