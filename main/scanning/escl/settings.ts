import type { Scanner, ScanWish } from '../drivers/driver.ts'

const A4 = { width: 210, height: 297 }
const UNITS_PER_MM = 300 / 25.4

/** The least the device can that is no coarser than wished; its finest when it has nothing so fine. */
export function clampedResolution(scanner: Scanner, wish: ScanWish): number {
  return scanner.resolutions.find(one => one >= wish.resolution) ?? scanner.resolutions.at(-1) ?? wish.resolution
}

/** The job as a ScanSettings document: A4 or what the device reaches of it, JPEG, which every eSCL device must speak. */
export function writeSettings(scanner: Scanner, wish: ScanWish): string {
  const reach = scanner.reach[wish.source] ?? A4
  const units = (most: number, reached: number): string => String(Math.floor(Math.min(most, reached) * UNITS_PER_MM))
  const resolution = String(clampedResolution(scanner, wish))
  const wished = wish.ownSettings ? '' : `<scan:Intent>Document</scan:Intent>
  <pwg:ScanRegions><pwg:ScanRegion>
    <pwg:Height>${units(A4.height, reach.height)}</pwg:Height>
    <pwg:ContentRegionUnits>escl:ThreeHundredthsOfInches</pwg:ContentRegionUnits>
    <pwg:Width>${units(A4.width, reach.width)}</pwg:Width>
    <pwg:XOffset>0</pwg:XOffset>
    <pwg:YOffset>0</pwg:YOffset>
  </pwg:ScanRegion></pwg:ScanRegions>
  <scan:ColorMode>${wish.colour ? 'RGB24' : 'Grayscale8'}</scan:ColorMode>
  <scan:XResolution>${resolution}</scan:XResolution>
  <scan:YResolution>${resolution}</scan:YResolution>`
  return `<?xml version="1.0" encoding="UTF-8"?>
<scan:ScanSettings xmlns:pwg="http://www.pwg.org/schemas/2010/12/sm" xmlns:scan="http://schemas.hp.com/imaging/escl/2011/05/03">
  <pwg:Version>2.0</pwg:Version>
  ${wished}
  <pwg:InputSource>${wish.source === 'flatbed' ? 'Platen' : 'Feeder'}</pwg:InputSource>
  <pwg:DocumentFormat>image/jpeg</pwg:DocumentFormat>
  <scan:DocumentFormatExt>image/jpeg</scan:DocumentFormatExt>
  ${wish.source === 'flatbed' ? '' : `<scan:Duplex>${String(wish.source === 'duplex')}</scan:Duplex>`}
</scan:ScanSettings>
`
}
