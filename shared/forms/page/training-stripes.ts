import { html, type Html } from '../../base/html.ts'

/** Striped edges and words across every page of a paper made in training: nobody may take it for a real one. */
export function trainingStripes(): Html {
  return html`<div class="stripes left"></div><div class="stripes right"></div>
<p class="training">BẢN TẬP HUẤN<br>KHÔNG CÓ GIÁ TRỊ</p>`
}
