/** `4.716` */
export function formatCount(count: number): string {
  return Math.trunc(count).toString().replace(/\B(?=(\d{3})+$)/g, '.')
}

/** `1,2 GB`, `38 GB`, `480 MB`: one decimal below ten, none above; units of 1,000 as disks are sold. */
export function formatBytes(bytes: number): string {
  const [size, unit] = bytes >= 1e9 ? [bytes / 1e9, 'GB'] : bytes >= 1e6 ? [bytes / 1e6, 'MB'] : [bytes / 1e3, 'KB']
  const rounded = size < 10 ? Math.floor(size * 10) / 10 : Math.floor(size)
  return `${rounded < 10 ? String(rounded).replace('.', ',') : formatCount(rounded)} ${unit}`
}
