/** Whether the city itself writes this log; no device may. */
export function isCityLog(device: string): boolean {
  return device.startsWith('city-')
}
