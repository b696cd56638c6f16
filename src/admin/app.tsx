import type { StrapiApp } from '@strapi/strapi/admin';
import { registerBoard } from './board';
import favicon from './brand/favicon.svg';
import logo from './brand/logo.svg';
import { nameThePages } from './brand/pageTitle';
import { theme } from './brand/theme';
import { registerCasePanels, registerCases } from './cases';
import { registerFields } from './fields';
import { hideStrapiNews } from './home/news';
import { registerWidgets } from './home/widgets';
import { addIntakePage } from './intake';
import { registerPolicyPanels } from './policy';
import { LIST_HOOKS, nameLayoutFields } from './lists';
import { addSetupPage } from './setup';
import {
  speakAsTheBrowser,
  repairContentManagerWords,
  repairFixedWords,
  repairForms,
  translations,
} from './translations';
import { registerReports } from './reports';

export default {
  config: {
    auth: { logo },
    menu: { logo },
    head: { favicon },
    locales: ['zh-Hans', 'en'],
    translations,
    theme,
    tutorials: false,
    notifications: { releases: false },
  },

  register(app: StrapiApp) {
    speakAsTheBrowser();
    repairContentManagerWords(app);
    repairFixedWords();
    repairForms();
    addIntakePage(app);
    registerWidgets(app);
    nameLayoutFields();
    nameThePages();
    registerBoard(app);
    registerCases(app);
    addSetupPage(app);
    registerFields(app);
    registerReports(app);
    void hideStrapiNews();
  },

  bootstrap(app: Pick<StrapiApp, 'getPlugin' | 'registerHook'>) {
    registerCasePanels(app);
    registerPolicyPanels(app);
    for (const [hook, handler] of LIST_HOOKS) app.registerHook(hook, handler);
  },
};
