import { latin1, type PdfFile } from './pdf-file.ts'
import { srgbProfile } from './srgb-profile.ts'

/**
 * Puts what makes a PDF archival (PDF/A-1b, ISO 19005-1): its colour space and the metadata that say so.
 *
 * The answer is what its catalogue carries beside the pages. No dates and no chance: the same pages give the same bytes.
 */
export function putArchival(file: PdfFile): string {
  const profile = file.put('/N 3', srgbProfile())
  const metadata = file.put('/Type /Metadata /Subtype /XML', latin1(XMP))
  const intent = `/Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB IEC61966-2.1) /DestOutputProfile ${String(profile)} 0 R`
  return `/Metadata ${String(metadata)} 0 R /OutputIntents [<< ${intent} >>]`
}

const XMP = `<?xpacket begin="\xef\xbb\xbf" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>1</pdfaid:part>
<pdfaid:conformance>B</pdfaid:conformance>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`
