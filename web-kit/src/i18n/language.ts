import { i18n, type Messages } from "@lingui/core";

export type Language = "zh-CN" | "en";
export type CatalogLoader = (language: Language) => Promise<{ messages: Messages }>;

const storageKey = "kaidan.language";
let loader: CatalogLoader | undefined;

/** `?lang=en` wins, then what the person chose before, then Chinese. */
export function chosenLanguage(): Language {
  const asked = new URLSearchParams(location.search).get("lang") ?? localStorage.getItem(storageKey);
  return asked === "en" ? "en" : "zh-CN";
}

/** Remembers how this app loads its catalog, and loads the first one. Call once, before rendering. */
export async function startLanguage(load: CatalogLoader): Promise<void> {
  loader = load;
  await activate(chosenLanguage());
}

/** Switches every word on the screen and remembers the choice on this device. */
export async function switchLanguage(language: Language): Promise<void> {
  localStorage.setItem(storageKey, language);
  await activate(language);
}

export function currentLanguage(): Language {
  return i18n.locale === "en" ? "en" : "zh-CN";
}

async function activate(language: Language): Promise<void> {
  if (!loader) throw new Error("startLanguage() comes first");
  const { messages } = await loader(language);
  i18n.loadAndActivate({ locale: language, messages });
  document.documentElement.lang = language;
}
