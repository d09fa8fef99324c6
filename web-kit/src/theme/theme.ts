import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from "@mantine/core";
import type { AppName } from "../app/app-name";

const brand: MantineColorsTuple = [
  "#e9f5f0",
  "#cfe9de",
  "#a8d9c6",
  "#5fc9a3",
  "#3aa883",
  "#218a68",
  "#147a5b",
  "#0b6b50",
  "#085641",
  "#054131",
];

const red: MantineColorsTuple = [
  "#fef3f2",
  "#fee4e2",
  "#fecdca",
  "#fda29b",
  "#f97066",
  "#e5483b",
  "#c92f22",
  "#b42318",
  "#912018",
  "#7a271a",
];

const gray: MantineColorsTuple = [
  "#f6f8f7",
  "#eef2f0",
  "#e3e8e6",
  "#cfd7d3",
  "#aab5b0",
  "#87948f",
  "#66756f",
  "#4b5a54",
  "#2f3b36",
  "#17211d",
];

const dark: MantineColorsTuple = [
  "#e8eeeb",
  "#c6d0cb",
  "#a9b7b1",
  "#8b9a94",
  "#6d7b75",
  "#3a4742",
  "#1f2925",
  "#18201d",
  "#101513",
  "#0c100e",
];

const fontSizes = {
  shop: { xs: "0.8125rem", sm: "0.9375rem", md: "1.0625rem", lg: "1.25rem", xl: "1.5rem" },
  supplier: { xs: "0.8125rem", sm: "0.875rem", md: "1rem", lg: "1.25rem", xl: "1.5rem" },
  admin: { xs: "0.75rem", sm: "0.8125rem", md: "0.875rem", lg: "1rem", xl: "1.25rem" },
} satisfies Record<AppName, Record<string, string>>;

// Mantine picks white or black ink by the light shade alone; on our paler dark shades the ink must turn dark too.
const inkOnFilled: Record<string, string> = { brand: "var(--on-brand)", red: "var(--on-danger)" };

const variantColorResolver: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input);
  const ink = inkOnFilled[input.color ?? input.theme.primaryColor];
  return input.variant === "filled" && ink ? { ...colors, color: ink } : colors;
};

/** Mantine's theme in the colours and sizes of one app. The values repeat `tokens.css`, which is the reference. */
export function makeTheme(app: AppName) {
  const radius = app === "admin" ? "0.375rem" : "0.5rem";
  return createTheme({
    primaryColor: "brand",
    primaryShade: { light: 7, dark: 3 },
    autoContrast: true,
    variantColorResolver,
    black: "#08130f",
    colors: { brand, red, gray, dark },
    fontFamily: "var(--font)",
    fontFamilyMonospace: "var(--mono)",
    headings: { fontFamily: "var(--font)", fontWeight: "600" },
    fontSizes: fontSizes[app],
    radius: { xs: "0.25rem", sm: radius, md: radius, lg: "0.75rem", xl: "1rem" },
    defaultRadius: "sm",
    cursorType: "pointer",
    respectReducedMotion: true,
    components: {
      // A dialog's head is a <header>; without this it would be a second banner of the page.
      Modal: { defaultProps: { attributes: { header: { role: "presentation" } } } },
      Drawer: { defaultProps: { attributes: { header: { role: "presentation" } } } },
    },
  });
}

const tokens = {
  "--mantine-color-text": "var(--ink)",
  "--mantine-color-body": "var(--surface)",
  "--mantine-color-dimmed": "var(--ink-2)",
  "--mantine-color-error": "var(--danger)",
  "--mantine-color-placeholder": "var(--ink-3)",
  "--mantine-color-anchor": "var(--brand)",
  "--mantine-color-default": "var(--surface)",
  "--mantine-color-default-hover": "var(--hover)",
  "--mantine-color-default-border": "var(--line)",
  "--mantine-color-default-color": "var(--ink)",
  "--mantine-color-disabled-color": "var(--ink-3)",
  "--mantine-primary-color-filled": "var(--brand)",
  "--mantine-primary-color-filled-hover": "var(--brand-strong)",
  "--mantine-primary-color-contrast": "var(--on-brand)",
  "--mantine-color-brand-filled": "var(--brand)",
  "--mantine-color-brand-filled-hover": "var(--brand-strong)",
  "--mantine-color-brand-light": "var(--brand-50)",
  "--mantine-color-brand-light-hover": "var(--hover)",
  "--mantine-color-brand-light-color": "var(--brand)",
  "--mantine-color-red-filled": "var(--danger)",
  "--mantine-color-brand-outline": "var(--brand)",
  "--mantine-color-yellow-light": "var(--warn-50)",
  "--mantine-color-yellow-light-color": "var(--warn)",
  "--mantine-color-red-light": "var(--danger-50)",
  "--mantine-color-red-light-color": "var(--danger)",
};

/** Points Mantine's own colour variables at the tokens, so a Mantine control and our CSS never disagree. */
export const tokenResolver: CSSVariablesResolver = () => ({ variables: {}, light: tokens, dark: tokens });
