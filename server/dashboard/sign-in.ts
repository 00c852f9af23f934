import type { FastifyInstance } from 'fastify'
import { html, type Html } from '../../shared/base/html.ts'
import { checkSignIn } from '../admin/city-sign-in.ts'
import type { City } from '../city.ts'
import { countWrongTries } from '../sync/wrong-tries.ts'
import { layout, sendHtml } from './layout.ts'
import { beginSession, endSession, findSession } from './sessions.ts'

export const COOKIE = 'motcua'

/** Signing in and out. Wrong tries are counted by name and by address; a session's name is new at each sign-in. */
export function signInRoutes(app: FastifyInstance, city: City): void {
  const tries = countWrongTries(city.now, { tries: 5, windowMs: 15 * 60_000, triesOfAll: 200 })
  const show = (to: string, problem?: string): string =>
    layout({ cityName: city.name, title: 'Đăng nhập', path: '/sign-in', body: signInForm(to, problem) })
  app.get<{ Querystring: { to?: string } }>('/sign-in', { schema: { hide: true } }, async (request, reply) =>
    sendHtml(reply, 200, show(ownPath(request.query.to))))

  app.post<{ Body: Record<string, unknown> | undefined }>('/sign-in', { schema: { hide: true } }, async (request, reply) => {
    const [name, password, to] = ['name', 'password', 'to'].map(field => textOf(request.body?.[field]))
    const asPage = (status: number, problem: string) => sendHtml(reply, status, show(ownPath(to), problem))
    const places = [`name ${name?.toLowerCase() ?? ''}`, `from ${request.ip}`]
    const wait = Math.max(0, ...places.map(place => tries.mustWait(place) ?? 0))
    if (wait > 0) {
      void reply.header('retry-after', String(wait))
      return asPage(429, `Sai nhiều lần. Đợi ${String(Math.ceil(wait / 60))} phút rồi thử lại.`)
    }
    const person = await checkSignIn(city, name ?? '', password ?? '')
    if (person === undefined) {
      for (const place of places) tries.failed(place)
      return asPage(401, 'Tên hoặc mật khẩu chưa đúng. Nhập lại.')
    }
    await endSession(city, request.cookies[COOKIE])
    void reply.setCookie(COOKIE, await beginSession(city, person), {
      path: '/', httpOnly: true, sameSite: 'lax', secure: city.address.startsWith('https:'),
    })
    return reply.redirect(ownPath(to), 303)
  })

  app.post<{ Body: Record<string, unknown> | undefined }>('/sign-out', { schema: { hide: true } }, async (request, reply) => {
    const session = await findSession(city, request.cookies[COOKIE])
    if (session !== undefined && request.body?.['csrf'] === session.csrf) await endSession(city, request.cookies[COOKIE])
    void reply.clearCookie(COOKIE, { path: '/' })
    return reply.redirect('/sign-in', 303)
  })
}

function signInForm(to: string, problem: string | undefined): Html {
  return html`${problem !== undefined && html`<p class="problem" role="alert">${problem}</p>`}
<form class="fields" method="post" action="/sign-in"><input type="hidden" name="to" value="${to}">
<label>Tên đăng nhập <input name="name" autocomplete="username" required maxlength="100" autofocus></label>
<label>Mật khẩu <input name="password" type="password" autocomplete="current-password" required maxlength="200"></label>
<button>Đăng nhập</button></form>`
}

/** Only a place of this site: nobody is sent elsewhere after signing in. */
function ownPath(to: string | undefined): string {
  return to !== undefined && /^\/(?![/\\])[^\s\\]*$/.test(to) && !to.startsWith('/sign-') ? to : '/'
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value.slice(0, 500) : undefined
}
