/** Who finds the reports in the menu: whoever was given the right to see them. The office asks again. */
export const REPORTS_PERMISSIONS = [{ action: 'plugin::content-manager.office.reports', subject: null }];
