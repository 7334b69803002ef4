import type { SiteAdapter } from './contract.ts';
import { fedena } from './fedena/fedena.ts';
import { frappe } from './frappe/frappe.ts';
import { opensis } from './opensis/opensis.ts';
import { practice } from './practice/practice.ts';
import { rosariosis } from './rosariosis/rosariosis.ts';

/** Adapters made for the pages of one system. One that was not verified asks a person first, or checks nothing. */
export const made: readonly SiteAdapter[] = Object.freeze([practice, rosariosis, opensis, frappe, fedena]);
