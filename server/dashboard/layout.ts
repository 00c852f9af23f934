import type { FastifyReply } from 'fastify'
import { html, type Html } from '../../shared/base/html.ts'
import { mayInCity, type CityRight } from '../admin/city-role.ts'
import type { CityPerson } from '../admin/office-log.ts'

const PLACES: readonly { readonly to: string, readonly name: string, readonly right: CityRight }[] = [
  { to: '/', name: 'Tình hình', right: 'overview/see' },
  { to: '/search', name: 'Tra cứu', right: 'dossier/search' },
  { to: '/devices', name: 'Máy', right: 'device/manage' },
  { to: '/people', name: 'Người dùng', right: 'user/manage' },
  { to: '/quarantine', name: 'Để riêng', right: 'quarantine/decide' },
  { to: '/publish', name: 'Công bố', right: 'publish' },
  { to: '/city-people', name: 'Người của thành phố', right: 'city-user/manage' },
  { to: '/figures', name: 'Số liệu đã ký', right: 'overview/see' },
  { to: '/reports', name: 'Báo cáo', right: 'overview/see' },
  { to: '/statements', name: 'Tờ kết ngày', right: 'statement/find' },
]

/** Sends a whole page; the text is HTML already. */
export function sendHtml(reply: FastifyReply, status: number, text: string): FastifyReply {
  return reply.code(status).type('text/html; charset=utf-8').serializer((page: unknown) => page as string).send(text)
}

/** A whole page around its body; `signOut` is the form's proof, undefined before anybody is signed in. */
export function layout({ cityName, title, body, path, person, csrf }: {
  readonly cityName: string, readonly title: string, readonly body: Html, readonly path: string
  readonly person?: CityPerson, readonly csrf?: Html
}): string {
  const places = person === undefined ? [] : PLACES.filter(({ right }) => mayInCity(person, right))
  const whole = html`<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – Một Cửa</title><link rel="stylesheet" href="/city.css"></head><body>
<a class="skip" href="#main">Bỏ qua, đến nội dung</a>
<header class="top"><p class="where"><b>Một Cửa</b> ${cityName}</p>
${places.length > 0 && html`<nav aria-label="Trang">${places.map(({ to, name }) =>
    html`<a href="${to}"${to === path ? html` aria-current="page"` : ''}>${name}</a>`)}</nav>`}
${person !== undefined && html`<form method="post" action="/sign-out">${csrf}<span class="who">${person.name}</span> <button>Thoát</button></form>`}
</header><main id="main"><h1>${title}</h1>${body}</main></body></html>`
  return whole.html
}
