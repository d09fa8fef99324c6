/** The three apps; the name travels as the header `x-kaidan-app` and chooses the session cookie. */
export type AppName = "shop" | "supplier" | "admin";
