import { SignUp } from "@kaidan/web-kit/session/SignUp";
import { ShopPromise } from "./ShopPromise";

export function SignUpPage() {
  return <SignUp promise={<ShopPromise />} />;
}
