import { createContext, use } from "react";
import { Store } from "../control/store";
import { useStore } from "../control/use-world";
import { dictionary, type Language, type Words } from "./words";

const key = "kaidan-phone-language";

const initial = (): Language => (localStorage.getItem(key) === "en" ? "en" : "zh");

const speak = (language: Language) => {
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  return language;
};

/** The page's language; switching it is remembered in this browser. */
export const LanguageContext = createContext(new Store<Language>(speak(initial())));

/** The page's words in its language, and the switch. */
export function useWords(): { words: Words; language: Language; switchLanguage: () => void } {
  const store = use(LanguageContext);
  const language = useStore(store);
  const switchLanguage = () => {
    const next = language === "zh" ? "en" : "zh";
    localStorage.setItem(key, next);
    store.set(speak(next));
  };
  return { words: dictionary[language], language, switchLanguage };
}
