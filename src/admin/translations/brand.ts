import { type WordTable } from '../../rules/words/say';

/** The name of the office where Strapi would say its own, and the names of its rooms. */
export const brandWords: WordTable = {
  'Auth.form.welcome.title': { zh: '管家', en: 'Guanjia 管家' },
  'Auth.form.welcome.subtitle': {
    zh: '物业管理办公室，请登录',
    en: 'Property-management office. Please log in',
  },
  'Auth.form.email.placeholder': { zh: 'name@office.example', en: 'name@office.example' },
  'Auth.form.register.subtitle': {
    zh: '这是办公室的第一个账户，拥有全部权限。',
    en: 'This is the first account of the office; it has every permission.',
  },
  'app.components.LeftMenu.navbrand.title': { zh: '管家', en: 'Guanjia' },
  'app.components.LeftMenu.navbrand.workplace': { zh: '物业管理办公室', en: 'Property office' },
  'app.components.LeftMenu.logo.alt': { zh: '管家', en: 'Guanjia' },
  'HomePage.header.title': { zh: '{name}，您好', en: 'Hello {name}' },
  'HomePage.header.subtitle': { zh: '物业管理办公室', en: 'Property-management office' },
  'content-manager.plugin.name': { zh: '业务登记', en: 'Registers' },
  'content-manager.header.name': { zh: '业务登记', en: 'Registers' },
  'content-manager.components.LeftMenu.collection-types': { zh: '登记簿', en: 'Registers' },
  'content-manager.components.LeftMenu.single-types': { zh: '单页资料', en: 'Single pages' },
  'content-manager.containers.edit.panels.default.title': { zh: '登记', en: 'Record' },
  User: { zh: '住户账号', en: 'Resident account' },
};
