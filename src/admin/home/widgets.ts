import type { StrapiApp } from '@strapi/strapi/admin';
import { Briefcase, ChartCircle, CheckCircle, Clock, EmotionHappy, Key } from '@strapi/icons';

/**
 * What the home page does not show: counts over whole tables (they scan every type, and say nothing to
 * a clerk), what was saved last (mostly the office's own records, by their codes), and publishing, which the office does
 * not do.
 */
const LEFT_OUT = new Set([
  'key-statistics',
  'chart-entries',
  'last-edited-entries',
  'last-published-entries',
  'deploy-now',
]);

/** Whoever works on cases; the office looks again. */
const AT_WORK = [{ action: 'plugin::content-manager.office.work', subject: null }];
/** Whoever may see how the office does may read its summaries; the office looks again. */
const FIGURES = [{ action: 'plugin::content-manager.explorer.read', subject: 'api::summary.summary' }];

/** Whoever sees who has which key. */
const KEYS = [{ action: 'plugin::content-manager.explorer.read', subject: 'api::key-loan.key-loan' }];

const titled = (name: string, english: string) => ({
  id: `guanjia.home.${name}.title`,
  defaultMessage: english,
});

type Widgets = Parameters<StrapiApp['widgets']['register']>[0];

const OURS = [
  {
    id: 'guanjia-my-work',
    icon: Briefcase,
    title: titled('work', 'My work'),
    permissions: AT_WORK,
    component: async () => (await import('./work/MyWork')).MyWork,
  },
  {
    id: 'guanjia-clocks',
    icon: Clock,
    title: titled('clocks', 'Clocks'),
    permissions: FIGURES,
    component: async () => (await import('./clocks/ClocksAhead')).ClocksAhead,
  },
  {
    id: 'guanjia-out',
    icon: Key,
    title: titled('out', 'Keys and papers out'),
    permissions: KEYS,
    component: async () => (await import('./out/WhatIsOut')).WhatIsOut,
  },
  {
    id: 'guanjia-promises',
    icon: CheckCircle,
    title: titled('promises', 'Promises kept'),
    permissions: FIGURES,
    component: async () => (await import('./figures/PromisesKept')).PromisesKept,
  },
  {
    id: 'guanjia-visits',
    icon: ChartCircle,
    title: titled('visits', 'Visits'),
    permissions: FIGURES,
    component: async () => (await import('./figures/Visits')).Visits,
  },
  {
    id: 'guanjia-quality',
    icon: EmotionHappy,
    title: titled('quality', 'Rework and satisfaction'),
    permissions: FIGURES,
    component: async () => (await import('./figures/Quality')).Quality,
  },
] satisfies Extract<Widgets, readonly unknown[]>;

/** Puts the office's own widgets on the home page, and takes those off that an office has no use for. */
export function registerWidgets(app: StrapiApp): void {
  app.widgets.register((widgets) => [...OURS, ...widgets.filter((widget) => !LEFT_OUT.has(widget.id))]);
}
