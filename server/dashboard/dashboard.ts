import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { html } from '../../shared/base/html.ts'
import { mayInCity } from '../admin/city-role.ts'
import type { City } from '../city.ts'
import { layout, sendHtml } from './layout.ts'
import { page, type Answer, type Page } from './page.ts'
import { PAGES } from './pages.ts'
import { findSession, type Session } from './sessions.ts'
import { COOKIE, signInRoutes } from './sign-in.ts'
import { STYLE } from './style.ts'

/** The city's web pages: signed in, with the right, from our own form, or the page that says why not. */
export async function dashboard(app: FastifyInstance, city: City): Promise<void> {
  await app.register(cookie)
  await app.register(formbody, { bodyLimit: FORM_BYTES })
  app.addHook('onSend', async (_, reply) => {
    void reply.headers({ 'content-security-policy': POLICY, 'cache-control': 'no-store', 'x-frame-options': 'DENY' })
  })
  // A form that another site sent says so itself.
  app.addHook('preHandler', async (request, reply) => {
    if (request.method === 'POST' && !isFromHere(request)) return send(reply, city, request, refused(), undefined)
    return undefined
  })
  app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    request.log.error({ kind: error.name, stack: error.stack?.split('\n').slice(1, 8) }, 'failed')
    const isTheirs = (error.statusCode ?? 500) < 500
    return send(reply, city, request, page('Chưa làm được', html`<p>${isTheirs ? 'Những gì gửi lên không đọc được.' : 'Thành phố chưa làm được việc này.'} Không có gì bị mất. Thử lại sau ít phút.</p>`, isTheirs ? 400 : 500), undefined)
  })
  app.get('/city.css', { schema: { hide: true } }, (_, reply) => reply.type('text/css; charset=utf-8').header('cache-control', 'max-age=3600').send(STYLE))
  signInRoutes(app, city)
  for (const one of PAGES) {
    const { method, path: url } = one
    app.route({ method, url, schema: { hide: true }, handler: (request, reply) => answerPage(city, one, request, reply) })
  }
}

async function answerPage(city: City, one: Page, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const session = await findSession(city, request.cookies[COOKIE])
  if (session === undefined) return reply.redirect(`/sign-in?to=${encodeURIComponent(one.method === 'GET' ? request.url : '/')}`, 303)
  const params = texts(request.params)
  const form = texts(request.body)
  if (one.method === 'POST' && form['csrf'] !== session.csrf) return send(reply, city, request, refused(), session)
  const isAllowed = one.right === 'signed-in' || mayInCity(session.person, one.right, params['unit'] ?? form['unit'])
  const answer = isAllowed ? await one.answer({
    city, person: session.person, params, query: texts(request.query), form, csrf: field(session),
    all: name => lists(request.body)[name] ?? [],
  }) : page('Không có trang này', html`<p>Trang này không có, hoặc không thuộc việc của ${session.person.name}. Chọn một trang ở trên.</p>`, 404)
  return send(reply, city, request, answer, session)
}

function send(reply: FastifyReply, city: City, request: FastifyRequest, answer: Answer, session: Session | undefined): FastifyReply {
  if (answer.kind === 'go') return reply.redirect(answer.to, 303)
  const [path = '/'] = request.url.split('?')
  const { title, body, status = 200 } = answer
  const who = session === undefined ? {} : { person: session.person, csrf: field(session) }
  return sendHtml(reply, status, layout({ cityName: city.name, title, body, path, ...who }))
}

function refused(): Answer {
  return page('Chưa làm', html`<p>Biểu mẫu này đã cũ hoặc không phải của trang này. Chưa có gì thay đổi. Mở lại trang rồi làm lại.</p>`, 403)
}

function field({ csrf }: Session) {
  return html`<input type="hidden" name="csrf" value="${csrf}">`
}

/** Browsers name the site a form comes from; what names none is no browser's form of another site. */
function isFromHere(request: FastifyRequest): boolean {
  const { origin } = request.headers
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  if (origin === undefined) return true
  // A browser that hides where it comes from has still said that it is this site.
  if (origin === 'null') return site !== undefined
  return URL.canParse(origin) && new URL(origin).host === request.host
}

function texts(value: unknown): Record<string, string> {
  return Object.fromEntries(Object.entries(lists(value)).flatMap(([name, all]) => all.length === 0 ? [] : [[name, all.at(-1) ?? '']]))
}

function lists(value: unknown): Record<string, readonly string[]> {
  if (typeof value !== 'object' || value === null) return {}
  return Object.fromEntries(Object.entries(value).map(([name, one]) =>
    [name, (Array.isArray(one) ? one : [one]).filter(text => typeof text === 'string').map(text => text.replaceAll('\0', ''))]))
}

const FORM_BYTES = 10_000_000
const POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
