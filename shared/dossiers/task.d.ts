import type { Dossier } from './dossier.ts';
import { type Day } from '../base/day.ts';
/**
 * The one thing an open dossier waits for next, and so whose work it is: to leave the counter, to be worked on, the person to
 * bring or pay something, a signature, its numbers, somebody who collects the result. Closed dossiers wait for nothing.
 */
export type Task = 'forward' | 'process' | 'supplement' | 'payment' | 'sign' | 'number' | 'return' | 'none';
/** What this dossier waits for. */
export declare function taskOf({ state, results }: Pick<Dossier, 'state' | 'results'>): Task;
/** Who has work on it now: a user id, empty when it is another agency's, waits for the person, or is done. */
export declare function workerOf({ state, holder }: Pick<Dossier, 'state' | 'holder'>): string;
/** Since when its result lies ready, UTC ms; empty while there is none to collect. */
export declare function readySince(dossier: Pick<Dossier, 'state' | 'results' | 'ended'>): string;
/** How many days a result may lie before the person is called. */
export declare const LONG_DAYS = 30;
/** Whether a result has lain for more than thirty days. */
export declare function liesLong(readyOn: Day, today: Day): boolean;
/** The day since when it lies ready; null for what does not. */
export declare function readyDay(since: string): Day | null;
