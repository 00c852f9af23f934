import { answerProgram } from '../../processes/parent.ts'
import { joinPages } from './join-pages.ts'
import type { PdfAnswers, PdfWish } from './pdf-process.ts'
import { renderPage } from './render-page.ts'
import { takePage } from './take-page.ts'

// A page from elsewhere may be hostile or take long: it is looked at where nobody types.
answerProgram(answer)

async function answer(wish: PdfWish): Promise<PdfAnswers[PdfWish['kind']]> {
  switch (wish.kind) {
    case 'render': return renderPage(wish.bytes, wish.size)
    case 'take': return takePage(wish.bytes)
    case 'join': return joinPages(wish.papers)
  }
}
