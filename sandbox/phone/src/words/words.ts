import { chinese } from "./chinese";
import { english } from "./english";

export type Language = "zh" | "en";

export type Words = typeof chinese;

export const dictionary: Record<Language, Words> = { zh: chinese, en: english };
