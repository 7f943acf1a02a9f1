import type { App } from "../app.ts";
import { requires } from "../rights.ts";

/** The page of an invitation's link: a name, a password, and one is in. The secret stays behind the `#`, out of logs. */
export function joinPageRoutes(app: App): void {
  const open = { ...requires("public"), schema: { hide: true } };
  app.get("/join", open, (_request, reply) => reply.type("text/html; charset=utf-8").send(PAGE));
  app.get("/join.js", open, (_request, reply) => reply.type("text/javascript; charset=utf-8").send(SCRIPT));
  app.get("/join.css", open, (_request, reply) => reply.type("text/css; charset=utf-8").send(STYLE));
}

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Join · Kept</title>
<link rel="stylesheet" href="/join.css">
<script src="/join.js" type="module"></script>
</head>
<body>
<main>
<h1>Kept</h1>
<p id="what" role="status">Looking at the invitation…</p>
<form id="join" hidden>
<label>Name <input name="name" autocomplete="name" required maxlength="100"></label>
<label>E-mail address <input name="email" type="email" autocomplete="username" required maxlength="254"></label>
<label>Password, at least 10 signs <input name="password" type="password" autocomplete="new-password" required minlength="10" maxlength="128"></label>
<button>Come in</button>
</form>
<noscript><p>This page needs JavaScript.</p></noscript>
</main>
</body>
</html>
`;

const SCRIPT = `const what = document.querySelector("#what");
const form = document.querySelector("#join");
const token = location.hash.slice(1);
const send = async (path, body) => {
  const headers = { "content-type": "application/json" };
  const answer = await fetch(path, { method: "POST", headers, body: JSON.stringify(body) });
  const said = await answer.json();
  if (!answer.ok) throw new Error(said.detail ?? said.title);
  return said;
};
const tell = (error) => { what.textContent = error.message; };

if (token === "") {
  what.textContent = "This page needs the whole link of an invitation.";
} else {
  send("/api/join/look", { token }).then(({ email, role }) => {
    what.textContent = "You are invited as " + role + ".";
    form.hidden = false;
    if (email !== null) {
      form.email.value = email;
      form.email.readOnly = true;
    }
    form.name.focus();
  }, tell);
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const { name, email, password } = Object.fromEntries(new FormData(form));
  send("/api/join", { token, name, email, password }).then(() => {
    history.replaceState(null, "", "/join");
    form.hidden = true;
    what.textContent = "Welcome. You are signed in.";
    const onward = document.createElement("a");
    onward.href = "/api";
    onward.textContent = "Go on to the API";
    what.after(onward);
  }, tell);
});
`;

const STYLE = `:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0; display: grid; min-height: 100vh; place-items: center; }
main { width: min(24rem, 90vw); }
form { display: grid; gap: 1rem; }
[hidden] { display: none; }
label { display: grid; gap: 0.25rem; }
input, button { font: inherit; padding: 0.6rem 0.7rem; border: 1px solid GrayText; border-radius: 0.4rem; }
button { background: #14532d; color: #fff; border-color: #14532d; cursor: pointer; }
:focus-visible { outline: 3px solid #2563eb; outline-offset: 2px; }
`;
