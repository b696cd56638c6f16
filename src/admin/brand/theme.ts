/**
 * Strapi's colours, but three that are too pale to be read as text on the grounds they stand on (WCAG AA asks for a contrast
 * of 4.5): its grey for headings of widgets, its orange for warnings, its red on badges. The dark theme is legible as it is.
 */
export const theme = {
  light: { colors: { neutral500: '#6c6c8a', warning700: '#9a4a00', danger700: '#9c2314' } },
};
