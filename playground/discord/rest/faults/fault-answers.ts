/** The wrong answers themselves, worded as Discord or the Cloudflare in front of it words them. */
import type { FaultAnswer } from '../../surface/faults.ts';
import type { RestResponse } from '../exchange.ts';

const sentences: Readonly<Record<number, string>> = {
  500: 'Internal Server Error',
  502: 'Bad gateway',
  503: 'Service Unavailable',
  504: 'Gateway time-out',
};

/** Statuses that come from Cloudflare when Discord behind it does not answer. */
const fromCloudflare = new Set([502, 504, 520, 521, 522, 523, 524, 525, 526]);

const noUpstream = 'upstream connect error or disconnect/reset before headers. reset reason: connection failure';

export function faultResponse({ status, body, headers = {} }: FaultAnswer): RestResponse {
  if (body !== undefined) return { status, json: body, headers };
  if (fromCloudflare.has(status))
    return { status, raw: { type: 'text/html; charset=UTF-8', text: page(status) }, headers };
  if (status === 503) return { status, raw: { type: 'text/plain', text: noUpstream }, headers };
  return { status, json: { message: `${status}: ${sentences[status] ?? 'ordered by a fault'}`, code: 0 }, headers };
}

/** While Discord is down. */
export const outageResponse: RestResponse = faultResponse({ status: 503 });

function page(status: number): string {
  const title = `discord.com | ${status}: ${sentences[status] ?? 'Web server is returning an unknown error'}`;
  return `<!DOCTYPE html>\n<html lang="en-US">\n<head><title>${title}</title></head>\n<body><h1>${title}</h1><p>Cloudflare</p></body>\n</html>\n`;
}
