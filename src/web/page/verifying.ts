/** How to check a certificate without believing this page, with command lines that work as they stand. */
import { html } from 'hono/html';
import { certificateAddress, statusListAddress } from '../../credentials/addresses.ts';
import { listLength } from '../../credentials/status-entry.ts';
import type { IssuedCertificate } from '../../domain/issued-certificate.ts';
import type { Html } from './layout.ts';

export const statusListOf = ({ statusIndex }: IssuedCertificate) => Math.floor(statusIndex / listLength);

const withJose = 'jose jws ver -i certificate.jwt -k keys.json && echo genuine';

const withNode = `node --input-type=module <<'END'
import { verify } from "node:crypto";
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
const { keys } = JSON.parse(readFileSync("keys.json", "utf8"));
const bytes = text => Buffer.from(text, "base64url");
function read(file) {
  const [head, body, seal] = readFileSync(file, "utf8").trim().split(".");
  const { kid } = JSON.parse(bytes(head));
  const key = { key: keys.find(one => one.kid === kid), format: "jwk", dsaEncoding: "ieee-p1363" };
  if (!verify("sha256", Buffer.from(head + "." + body), key, bytes(seal))) throw file + " is not genuine";
  return JSON.parse(bytes(body));
}
const badge = read("certificate.jwt"), list = read("status.jwt").credentialSubject;
const bits = gunzipSync(bytes(list.encodedList.slice(1)));
const place = Number(badge.credentialStatus.statusListIndex);
const isRevoked = (bits[place >> 3] & (128 >> place % 8)) !== 0;
console.log(badge.name + ": genuine, " + (isRevoked ? "REVOKED" : "in force"));
END`;

const withPython = `python3 - <<'END'
import base64, gzip, json, jwt
keys = jwt.PyJWKSet.from_dict(json.load(open("keys.json")))
def read(file):
    text = open(file).read().strip()
    return jwt.decode(text, keys[jwt.get_unverified_header(text)["kid"]], algorithms=["ES256"])
badge, status = read("certificate.jwt"), read("status.jwt")["credentialSubject"]
bits = gzip.decompress(base64.urlsafe_b64decode(status["encodedList"][1:] + "=="))
place = int(badge["credentialStatus"]["statusListIndex"])
is_revoked = bits[place >> 3] & 128 >> place % 8
print(badge["name"] + ": genuine,", "REVOKED" if is_revoked else "in force")
END`;

export function verifying(issued: IssuedCertificate, publicUrl: string): Html {
  const fetching = [
    `curl -fsSo certificate.jwt ${certificateAddress(publicUrl, issued.id)}.jwt`,
    `curl -fsSo keys.json ${publicUrl}/.well-known/jwks.json`,
    `curl -fsSo status.jwt ${statusListAddress(publicUrl, statusListOf(issued))}`,
  ].join('\n');
  return html`<section class="verify" aria-labelledby="verify">
<h2 id="verify">How to verify it</h2>
<ol>
<li><strong>Look at the address bar.</strong> The community’s own server answers at <code>${publicUrl}</code>. A page elsewhere that looks like this one proves nothing.</li>
<li><strong>Let another program check it.</strong> The picture is an Open Badge 3.0: it carries the signed credential inside. Hand the picture or the signed file to any verifier of Open Badges.</li>
<li><strong>Check it yourself, offline,</strong> with software that is not ours:</li>
</ol>
<details>
<summary>Commands for a terminal</summary>
<h3>Fetch three files once</h3>
<p>The signed file, the community’s public keys and its list of revoked certificates. What follows needs no network.</p>
<pre><code>${fetching}</code></pre>
<h3>With Node.js, nothing to install</h3>
<pre><code>${withNode}</code></pre>
<h3>With Python and PyJWT</h3>
<p>Install it with <code>pip install "pyjwt[crypto]"</code>.</p>
<pre><code>${withPython}</code></pre>
<h3>With José</h3>
<p>Install it with <code>apt install jose</code> or <code>brew install jose</code>. It looks at the signature only, not at the list of revoked certificates.</p>
<pre><code>${withJose}</code></pre>
</details>
<p class="pale">Who it was issued to stands in the credential as a salted hash of their Discord id: whoever knows the id can check that it is theirs, and the id itself stands nowhere.</p>
</section>`;
}
