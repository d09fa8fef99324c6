import { formWords } from "@kaidan/web-kit/vocabulary/form-words";

export type FormCode = keyof typeof formWords;

/** Every kind of form, in the order of a trade. */
export const formCodes = Object.keys(formWords) as [FormCode, ...FormCode[]];
