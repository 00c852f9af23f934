import type { Catalogue } from './catalogue.ts';
import type { Procedure } from './procedure.ts';
/**
 * Procedures for what a clerk types without marks: a code, first letters (`tthn`), or parts of words in any order.
 *
 * Among equals the ones this desk received lately come first, then the most received in general. An empty
 * query gives those two.
 */
export declare function searchProcedures(catalogue: Catalogue, query: string, options?: {
    readonly recent?: readonly string[];
    readonly limit?: number;
}): readonly Procedure[];
