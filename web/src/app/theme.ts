import { type CSSVariablesResolver, createTheme } from '@mantine/core';
import classes from './theme.module.css';

/** The palette, type and shape of docs/design-language.md. */
export const theme = createTheme({
  fontFamily: "'Atkinson Hyperlegible Next Variable', system-ui, 'Segoe UI', sans-serif",
  headings: {
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '1.875rem', lineHeight: '1.2' },
      h2: { fontSize: '1.375rem', lineHeight: '1.3' },
      h3: { fontSize: '1.125rem', lineHeight: '1.4' },
    },
  },
  fontSizes: { xs: '0.875rem', sm: '0.9375rem', md: '1rem', lg: '1.125rem', xl: '1.375rem' },
  defaultRadius: 'md',
  radius: { md: '10px' },
  black: '#14231f',
  primaryColor: 'pine',
  primaryShade: 7,
  cursorType: 'pointer',
  respectReducedMotion: true,
  colors: {
    pine: ['#edf5f2', '#d8e9e3', '#b3d4c9', '#87baab', '#5c9e8d', '#378272', '#1d6b5b', '#0f5a4b', '#0a463b', '#08352d'],
    brick: ['#fcebe8', '#f8d6d0', '#efb0a7', '#e4877b', '#d66354', '#c64c3d', '#b53f32', '#a6352a', '#8f2a1d', '#701f15'],
    marigold: ['#fff3d6', '#ffe7ae', '#fbd581', '#f6c65f', '#f2b84b', '#dc9c22', '#b47a0d', '#8d5f04', '#6b4a00', '#4d3500'],
    sky: ['#e6f0fa', '#cfe1f4', '#a4c6e8', '#76a9da', '#4d8cc8', '#3173b2', '#245f98', '#1b4f80', '#143e66', '#0d2c4a'],
    slate: ['#f3f6f4', '#e6ece9', '#d5deda', '#b6c3bd', '#94a49d', '#76877f', '#4e5f59', '#3c4b46', '#293631', '#14231f'],
  },
  components: {
    Button: { defaultProps: { size: 'md' }, classNames: { root: classes.button, inner: classes.buttonInner, label: classes.buttonLabel } },
    TextInput: { defaultProps: { size: 'md' } },
    PasswordInput: { defaultProps: { size: 'md' } },
    Textarea: { defaultProps: { size: 'md' } },
    Select: { defaultProps: { size: 'md' } },
    NativeSelect: { defaultProps: { size: 'md' } },
    MultiSelect: { defaultProps: { size: 'md' } },
    SegmentedControl: { defaultProps: { size: 'md' } },
    NumberInput: { defaultProps: { size: 'md' } },
    Anchor: { defaultProps: { underline: 'always' } },
    Paper: { defaultProps: { withBorder: true, p: 'lg' }, classNames: { root: classes.paper } },
    Modal: { defaultProps: { centered: true, radius: 'md' }, classNames: { title: classes.dialogTitle } },
    // Mantine's is a <header>, which is a second banner beside the page's own.
    ModalHeader: { defaultProps: { component: 'div' } },
    Skeleton: { defaultProps: { radius: 'md' } },
  },
});

export const cssVariables: CSSVariablesResolver = (current) => {
  const colors = current.colors as Record<string, readonly string[]>;
  const slate = (shade: number) => colors.slate?.[shade] ?? '';
  return {
    variables: {},
    light: {
      '--mantine-color-body': '#ffffff',
      '--mantine-color-text': current.black,
      '--mantine-color-dimmed': slate(6),
      '--mantine-color-placeholder': slate(6),
      '--mantine-color-default-border': slate(5),
      '--mantine-color-error': colors.brick?.[7] ?? '',
      '--mantine-color-anchor': colors.pine?.[7] ?? '',
      '--housecall-canvas': slate(0),
      '--housecall-line': slate(2),
    },
    dark: {},
  };
};
