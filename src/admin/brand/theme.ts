/**
 * Strapi's colours, but four that are too pale for the text on them or under them (WCAG AA asks for a contrast of 4.5): its
 * grey for headings of widgets, its orange for warnings, its red on badges, its blue of a button under the pointer. The dark theme is legible as it is.
 */
export const theme = {
  light: {
    colors: {
      neutral500: '#6c6c8a',
      warning700: '#9a4a00',
      danger700: '#9c2314',
      buttonPrimary500: '#5a57ff',
    },
  },
};
