import type { Html } from '../../shared/base/html.ts'
import type { CityRight } from '../admin/city-role.ts'
import type { CityPerson } from '../admin/office-log.ts'
import type { City } from '../city.ts'

/** One page of the city's web: where it is, who may, what it answers. Without a script; each form is a POST that ends in a page. */
export interface Page {
  readonly method: 'GET' | 'POST'
  readonly path: string
  /** Asked before anything else, with the unit of the address where it names one. */
  readonly right: CityRight | 'signed-in'
  readonly answer: (asked: Asked) => Promise<Answer>
}

export interface Asked {
  readonly city: City
  readonly person: CityPerson
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  /** Texts of a form; a field that came several times as its last. */
  readonly form: Readonly<Record<string, string>>
  /** Every value of a field that may come several times. */
  readonly all: (field: string) => readonly string[]
  /** Stands in every form: proves that the form is ours. */
  readonly csrf: Html
}

export type Answer =
  | { readonly kind: 'page', readonly title: string, readonly body: Html, readonly status?: number }
  | { readonly kind: 'go', readonly to: string }

export function page(title: string, body: Html, status = 200): Answer {
  return { kind: 'page', title, body, status }
}

export function go(to: string): Answer {
  return { kind: 'go', to }
}

/** What is not there, or not for whoever asks: the same words, so that nobody learns which. */
export function nothingHere(body: Html): Answer {
  return { kind: 'page', title: 'Không có trang này', body, status: 404 }
}
