const HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
const NAMES = 'xmlns:pwg="http://www.pwg.org/schemas/2010/12/sm" xmlns:scan="http://schemas.hp.com/imaging/escl/2011/05/03"'
const SIDES = `<scan:MinWidth>16</scan:MinWidth><scan:MaxWidth>2550</scan:MaxWidth><scan:MinHeight>16</scan:MinHeight><scan:MaxHeight>3508</scan:MaxHeight>
<scan:MaxScanRegions>1</scan:MaxScanRegions>
<scan:SettingProfiles><scan:SettingProfile>
<scan:ColorModes><scan:ColorMode>Grayscale8</scan:ColorMode><scan:ColorMode>RGB24</scan:ColorMode></scan:ColorModes>
<scan:ContentTypes><pwg:ContentType>TextAndPhoto</pwg:ContentType></scan:ContentTypes>
<scan:DocumentFormats><pwg:DocumentFormat>image/jpeg</pwg:DocumentFormat><scan:DocumentFormatExt>image/jpeg</scan:DocumentFormatExt></scan:DocumentFormats>
<scan:SupportedResolutions><scan:DiscreteResolutions>
${[75, 100, 200, 300, 600].map(dpi => `<scan:DiscreteResolution><scan:XResolution>${String(dpi)}</scan:XResolution><scan:YResolution>${String(dpi)}</scan:YResolution></scan:DiscreteResolution>`).join('')}
</scan:DiscreteResolutions></scan:SupportedResolutions>
</scan:SettingProfile></scan:SettingProfiles>
<scan:SupportedIntents><scan:Intent>Document</scan:Intent></scan:SupportedIntents>`

/** An office scanner with glass, feeder and both sides; 216 × 297 mm. */
export const CAPABILITIES = `${HEAD}
<scan:ScannerCapabilities ${NAMES}>
<pwg:Version>2.63</pwg:Version><pwg:MakeAndModel>Pretend Office 200</pwg:MakeAndModel><pwg:SerialNumber>0001</pwg:SerialNumber>
<scan:UUID>4509a320-00a0-008f-00b6-002507510eca</scan:UUID>
<scan:Platen><scan:PlatenInputCaps>${SIDES}</scan:PlatenInputCaps></scan:Platen>
<scan:Adf><scan:AdfSimplexInputCaps>${SIDES}</scan:AdfSimplexInputCaps><scan:AdfDuplexInputCaps>${SIDES}</scan:AdfDuplexInputCaps>
<scan:FeederCapacity>50</scan:FeederCapacity><scan:AdfOptions><scan:AdfOption>DetectPaperLoaded</scan:AdfOption><scan:AdfOption>Duplex</scan:AdfOption></scan:AdfOptions></scan:Adf>
</scan:ScannerCapabilities>
`

interface JobNow {
  readonly path: string
  readonly state: string
  readonly served: number
}

export function statusXml(state: string, feeder: string, jobs: readonly JobNow[]): string {
  const rows = jobs.map(job => `<scan:JobInfo><pwg:JobUri>${job.path}</pwg:JobUri><pwg:JobUuid>${job.path.replaceAll('/', '-')}</pwg:JobUuid>
<scan:Age>1</scan:Age><pwg:ImagesCompleted>${String(job.served)}</pwg:ImagesCompleted><pwg:ImagesToTransfer>0</pwg:ImagesToTransfer>
<pwg:JobState>${job.state}</pwg:JobState></scan:JobInfo>`)
  return `${HEAD}
<scan:ScannerStatus ${NAMES}>
<pwg:Version>2.63</pwg:Version><pwg:State>${state}</pwg:State><scan:AdfState>${feeder}</scan:AdfState>
<scan:Jobs>${rows.join('')}</scan:Jobs>
</scan:ScannerStatus>
`
}
