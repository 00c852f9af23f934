import fc from 'fast-check'
import { expect, test } from 'vitest'
import { escapeHtml, html, raw, type HtmlPart } from './html.ts'

test('what a person typed reads as itself', () => {
  expect(html`<p title="${'"x'}">${'<script>alert(1)</script> & \'y\''}</p>`.html)
    .toBe('<p title="&quot;x">&lt;script&gt;alert(1)&lt;/script&gt; &amp; &#39;y&#39;</p>')
})

test('pieces are placed as they are, lists are joined, nothing is written for nothing', () => {
  const rows = ['a', '<b>'].map(text => html`<li>${text}</li>`)
  expect(html`<ul>${rows}</ul>${raw('<hr>')}${7}${null}${undefined}${false}${''}`.html).toBe('<ul><li>a</li><li>&lt;b&gt;</li></ul><hr>7')
})

test('no text survives as markup', () => {
  fc.assert(fc.property(fc.string(), text => {
    expect(escapeHtml(text)).not.toMatch(/[<>"']/)
    expect(html`${text}`.html).toBe(escapeHtml(text))
  }))
})

test('an object that only looks like HTML is a bug', () => {
  const forged = JSON.parse('{"html":"<script>"}') as HtmlPart
  expect(() => html`${forged}`).toThrow('Only html')
})
