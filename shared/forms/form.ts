import type { Html } from '../base/html.ts'
import type { Dossier } from '../dossiers/dossier.ts'
import type { DossierForm } from '../dossiers/print-form.ts'
import type { Office } from '../units/office.ts'
import type { Plan } from './page/plan.ts'
import type { QrPattern } from './page/qr-pattern.ts'

/** The two sizes every paper is laid out for. */
export type PaperSize = 'A5' | 'A4'

/** Everything a paper may know of the moment it is printed. */
export interface PrintMoment {
  /** UTC, ms. */
  readonly printedAt: string
  /** 1 is the first print of this form for this dossier; more is a reprint (rule N7). */
  readonly copy: number
  readonly size: PaperSize
  readonly office: Office
  /** Who received, guided or refused, as the signature names them. */
  readonly clerkName: string
  /** Who signs for the agency: title and name as settings have them; without one both are left to the pen. */
  readonly signer?: { readonly title: string; readonly name: string }
  /** Layouts the city has published instead of those in the program, by the form's name. */
  readonly plans?: Readonly<Partial<Record<string, Plan>>>
  /** What the city has set to stand on each copy of a fee receipt; the form's own where it has set none. */
  readonly receiptParts?: readonly string[]
  /** The program's name, as the QR gives it. */
  readonly systemName: string
  readonly qrPattern: QrPattern
  /**
   * Trusted SVG of a QR code; drawing one needs a library, and this folder has none.
   *
   * Level `M` (if left out) survives the loss of 15 % of it, `H` of 30 %.
   */
  readonly qrSvg: (text: string, level?: 'M' | 'H') => string
  /** Trusted `@font-face` rules with the fonts inside, or nothing. */
  readonly fontFaces: string
}

/** A form (biểu mẫu): what we print, as a pure function to HTML; of a dossier, or of what else it is about. */
export interface Form<Name extends string = DossierForm, Matter = Dossier> {
  readonly name: Name
  /** Its number in the circular's annex (TT 03/2025/TT-VPCP); null for a paper of the office's own. */
  readonly number: string | null
  /** As the paper is called, in sentence case; its heading prints it in capitals. */
  readonly title: string
  /** The whole document, ready to print or to show. */
  readonly layout: (matter: Matter, print: PrintMoment) => Html
}
