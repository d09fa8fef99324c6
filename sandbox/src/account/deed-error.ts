/** What a phone can't do now, in words for its owner. */
export class DeedError extends Error {}
