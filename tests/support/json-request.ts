export interface JsonResponse<Body> {
  status: number;
  headers: Headers;
  body: Body;
}

export interface JsonRequestOptions {
  method?: string;
  /** Sent as JSON; makes the method POST unless one is given. */
  body?: unknown;
  /** For `Authorization: Bearer`. */
  token?: string;
  headers?: Record<string, string>;
}

/**
 * One HTTP request in JSON. An answer without a body, or with one that is no JSON, has it as text.
 * @param Body what the caller expects in an answer; it is not checked
 */
export async function jsonRequest<Body = Record<string, unknown>>(
  url: string,
  { method, body, token, headers = {} }: JsonRequestOptions = {},
): Promise<JsonResponse<Body>> {
  const response = await fetch(url, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...headers,
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  const isJson = /\bjson\b/.test(response.headers.get('content-type') ?? '');
  return {
    status: response.status,
    headers: response.headers,
    body: (isJson ? JSON.parse(text) : text) as Body,
  };
}
