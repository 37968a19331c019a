"""Writes what Jinja makes of many templates, for the tests of the template interpreter.

    python tools/make_template_cases.py

Needs jinja2, set up as transformers does for chat templates.
"""

import json
from pathlib import Path

from jinja2.ext import loopcontrols
from jinja2.sandbox import ImmutableSandboxedEnvironment

FILE = Path(__file__).resolve().parent.parent / "text/src/test/resources/zeroone/text/template/cases.json"

MESSAGES = [
    {"role": "system", "content": " Be brief. "},
    {"role": "user", "content": "Use 13, 5 and 8\nto make 16."},
    {"role": "assistant", "content": "<think>\n13+8=21\n</think>\n\n21-5=16"},
    {"role": "user", "content": "And 🙂 {{ 17 }} {% if %}?"},
]

CHATML = """{% for message in messages %}
{{ '<|im_start|>' + message['role'] + '\\n' + message['content'] + '<|im_end|>' + '\\n' }}
{% endfor %}
{% if add_generation_prompt %}{{ '<|im_start|>assistant\\n' }}{% endif %}
"""

QWEN = """{%- if tools %}
    {{- '<|im_start|>system\\n# Tools\\n' }}
    {%- for tool in tools %}
        {{- "\\n" }}
        {{- tool | tojson }}
    {%- endfor %}
    {{- '<|im_end|>\\n' }}
{%- else %}
    {%- if messages[0].role == 'system' %}
        {{- '<|im_start|>system\\n' + messages[0].content + '<|im_end|>\\n' }}
    {%- endif %}
{%- endif %}
{%- set ns = namespace(searching=true, last_query=messages|length - 1) %}
{%- for message in messages[::-1] %}
    {%- set index = (messages|length - 1) - loop.index0 %}
    {%- if ns.searching and message.role == "user" and message.content is string and not(message.content.startswith('<tool>') and message.content.endswith('</tool>')) %}
        {%- set ns.searching = false %}
        {%- set ns.last_query = index %}
    {%- endif %}
{%- endfor %}
{%- for message in messages %}
    {%- if message.content is string %}
        {%- set content = message.content %}
    {%- else %}
        {%- set content = '' %}
    {%- endif %}
    {%- if (message.role == "user") or (message.role == "system" and not loop.first) %}
        {{- '<|im_start|>' + message.role + '\\n' + content + '<|im_end|>' + '\\n' }}
    {%- elif message.role == "assistant" %}
        {%- set thought = '' %}
        {%- if message.reasoning_content is string %}
            {%- set thought = message.reasoning_content %}
        {%- else %}
            {%- if '</think>' in content %}
                {%- set thought = content.split('</think>')[0].rstrip('\\n').split('<think>')[-1].lstrip('\\n') %}
                {%- set content = content.split('</think>')[-1].lstrip('\\n') %}
            {%- endif %}
        {%- endif %}
        {%- if loop.index0 > ns.last_query and (loop.last or (not loop.last and thought)) %}
            {{- '<|im_start|>' + message.role + '\\n<think>\\n' + thought.strip('\\n') + '\\n</think>\\n\\n' + content.lstrip('\\n') }}
        {%- else %}
            {{- '<|im_start|>' + message.role + '\\n' + content }}
        {%- endif %}
        {{- '<|im_end|>\\n' }}
    {%- endif %}
{%- endfor %}
{%- if add_generation_prompt %}
    {{- '<|im_start|>assistant\\n' }}
    {%- if enable_thinking is defined and enable_thinking is false %}
        {{- '<think>\\n\\n</think>\\n\\n' }}
    {%- endif %}
{%- endif %}
"""

LLAMA3 = """{{- bos_token }}
{%- if not date_string is defined %}
    {%- if strftime_now is defined %}
        {%- set date_string = strftime_now("%d %b %Y") %}
    {%- else %}
        {%- set date_string = "26 Jul 2024" %}
    {%- endif %}
{%- endif %}
{#- The system message comes first. #}
{%- if messages[0]['role'] == 'system' %}
    {%- set system_message = messages[0]['content']|trim %}
    {%- set messages = messages[1:] %}
{%- else %}
    {%- set system_message = "" %}
{%- endif %}
{{- "<|start_header_id|>system<|end_header_id|>\\n\\n" }}
{{- "Today Date: " + date_string + "\\n\\n" }}
{{- system_message }}
{{- "<|eot_id|>" }}
{%- for message in messages %}
    {%- if not (message.role == 'ipython' or 'tool_calls' in message) %}
        {{- '<|start_header_id|>' + message['role'] + '<|end_header_id|>\\n\\n'+ message['content'] | trim + '<|eot_id|>' }}
    {%- elif 'tool_calls' in message %}
        {{- raise_exception("no tools") }}
    {%- endif %}
{%- endfor %}
{%- if add_generation_prompt %}
    {{- '<|start_header_id|>assistant<|end_header_id|>\\n\\n' }}
{%- endif %}
"""

ALTERNATING = """{{ bos_token }}{% for message in messages %}{% if (message['role'] == 'user') != (loop.index0 % 2 == 0) %}{{ raise_exception('roles must alternate') }}{% endif %}{% if message['role'] == 'user' %}{{ '[INST] ' + message['content'] + ' [/INST]' }}{% else %}{{ message['content'] + eos_token }}{% endif %}{% endfor %}"""

R1 = """{% if not add_generation_prompt is defined %}{% set add_generation_prompt = false %}{% endif %}{% set ns = namespace(is_first=false, system_prompt='') %}{%- for message in messages %}{%- if message['role'] == 'system' %}{% set ns.system_prompt = message['content'] %}{%- endif %}{%- endfor %}{{bos_token}}{{ns.system_prompt}}{%- for message in messages %}{%- if message['role'] == 'user' %}{{'<|User|>' + message['content']}}{%- endif %}{%- if message['role'] == 'assistant' and message['content'] is not none %}{% set content = message['content'] %}{% if '</think>' in content %}{% set content = content.split('</think>')[-1] %}{% endif %}{{'<|Assistant|>' + content + '<|end|>'}}{%- endif %}{%- endfor %}{% if add_generation_prompt %}{{'<|Assistant|><think>\\n'}}{% endif %}"""

CONVERSATION = dict(messages=MESSAGES, add_generation_prompt=True, bos_token="<s>", eos_token="</s>")
DATA = dict(
    a=3, b=-7, x=2.5, s="Hello, World", e="", u="naïve 🙂 ß", l=[3, 1, 2, 3], n=None, t=True, f=False,
    d={"one": 1, "two": [1, {"k": "v"}], "né": None}, people=[{"name": "ann", "age": 3}, {"name": "bob", "age": 2}],
    m=[[1, 2], [3, 4]], js="a\"b\\c\n<é>'", blank="  \t\n x \n ")

EXPRESSIONS = """
1 + 2 * 3 - 4|1 - 2 - 3|2 ** 3|7 // 2|-7 // 2|7 % 3|-7 % 3|7 / 2|x + 1|x * 2|a ~ b ~ x|"a" "b"|'n: ' ~ a + 1 ~ '!'
"x" * 3|-a|-a|+a|- -a|-b ## abs|1.0|100000000.0 * 1000000000.0|0.00001|1/3
a == 3|a != 3|a < 4 <= 4|a > 4 or b < 0|not a == 3|not t and f|t and not f|a in l|4 in l|4 not in l|'ell' in s|'one' in d|'x' in d|not 'x' in d
1 == 1.0|true == 1|"1" == 1|none == n|[1, 2] == [1, 2]|{'a': 1} == {'a': 1}|missing == missing|n == missing
t|f|n|e|missing|l|d|m|x|[none, true, 1.5, 'it\\'s', "q\\""]|{}|[]|() ## length|(1, 2) ## list|2 in (1, 2)|(1)|(1,) ## length
s.upper()|s.lower()|s.title()|s.capitalize()|u.upper()|s.strip('Hd')|blank.strip()|blank.lstrip()|blank.rstrip()|s.lstrip('H')|s.rstrip('d')
s.startswith('He')|s.endswith('ld')|s.startswith('x')|s.endswith(('x', 'ld'))|s.split(', ')|s.split(', ')[-1]|s.split('l', 1)|s.rsplit('l', 1)|blank.split()|'a b  c d'.split(none, 2)|'a,,b'.split(',')
s.replace('l', 'L')|s.replace('l', 'L', 1)|s.find('W')|s.find('zz')|s.count('l')|'-'.join(['a', 'b'])|'a\\nb\\n'.splitlines()|'12'.isdigit()
s[0]|s[-1]|s[99]|s[1:4]|s[:-3]|s[::-1]|s[::2]|s[-3:]|s[3:1]|u[6]|u[6:]|u ## length|l[0]|l[-1]|l[1:]|l[::-1]|l[:2]|l[9]|l[-2::-1]|l[5:]|l[:none]
d.one|d['two'][1].k|d.missing|d.get('one')|d.get('x')|d.get('x', 5)|d.keys() ## list|d.values() ## list|d.items() ## list ## tojson|d['né'] is none|s.nothing is defined|people[0].name
a if t else b|a if f else b|a if f|(a if f) is defined|'x' if f else 'y' if f else 'z'|(1 if t else 2) + 1|a if t and not f else b
a is defined|missing is defined|missing is not defined|missing is undefined|n is none|n is not none|s is string|a is string|d is mapping|l is sequence|s is sequence|l is iterable|a is number|t is boolean|a is integer|x is float|t is true|f is false|t is false|a is odd|a is even|6 is divisibleby 3|6 is divisibleby(4)|a is in l|a is not in l|a is eq 3|s is string and a is number|not s is string|s is lower
blank ## trim|s ## length|l ## length|d ## length|s ## upper|s ## lower|s ## title|s ## capitalize|missing ## default('z')|n ## default('z')|n ## default('z', true)|e ## default('z', boolean=true)|e ## d('q')|a ## string ~ 'x'
l ## join|l ## join(', ')|people ## map(attribute='name') ## join('+')|people ## join(', ', attribute='age')|s ## list|d ## list|l ## first|l ## last|l ## sort|l ## sort(reverse=true)|l ## unique ## list|l ## sum|l ## min|l ## max|l ## reverse ## list|s ## reverse|people ## sum(attribute='age')
people ## selectattr('name', 'equalto', 'bob') ## map(attribute='age') ## list|people ## rejectattr('age', 'eq', 3) ## list ## length|l ## select('odd') ## list|l ## reject('odd') ## list|people ## selectattr('age') ## list ## length|['a', 'b'] ## map('upper') ## list|people ## sort(attribute='age') ## map(attribute='name') ## list
d ## tojson|l ## tojson|js ## tojson|n ## tojson|t ## tojson|x ## tojson|u ## tojson|{} ## tojson|[] ## tojson|{'a': [], 'b': {}} ## tojson(indent=2)|d ## tojson(indent=2)|m ## tojson(indent=1)|u ## tojson(ensure_ascii=true)|d ## items ## list ## tojson
'3' ## int|'x' ## int|'x' ## int(7)|2.9 ## int|'2.5' ## float|s ## replace('l', '1')|'a\\nb\\n\\nc' ## indent(2)|'a\\nb' ## indent(2, true)|a ## abs
range(3) ## list|range(1, 4) ## list|range(5, 0, -2) ## list|dict(a=1, b='x')|{'a': {'b': 3}}.a.b|{'a': {'b': {'c': 1}}}|[[1, [2]], 3]|'\\x41\\u00e9\\t\\n\\q'|1 +|{{|a.|'open|l[|f(|a |s ## nofilter|a is notest|s.nomethod()|missing.x|missing.x.y|a.b.c|nofunction()|1 // 0|1 % 0|1 / 0|l + 1|s + 1|1 + s|1 < 'a'|raise_exception('no')|for x in l|a in 3|[1][|]
"a" + "b" * 2 + "c"|a + b * 2 ~ 'x'|-a ** 2|2 ** 3 ** 2|10 - 2 ~ 3|1 < 2 == true|'a' < 'b'|s.upper().lower().title()|(s ~ '!').upper()|s|(l + [9]) ## length|l + [4]
""".replace("##", "\u0001")

STATEMENTS = {
    "if": "{% if f %}a{% elif t %}b{% else %}c{% endif %}",
    "if without else": "{% if f %}a{% endif %}.",
    "nested if": "{% if t %}{% if f %}a{% else %}b{% endif %}{% endif %}",
    "for": "{% for i in l %}{{ i }},{% endfor %}",
    "for else": "{% for i in [] %}{{ i }}{% else %}none{% endfor %}",
    "for if": "{% for i in l if i != 3 %}{{ loop.index }}/{{ loop.length }}:{{ i }} {% endfor %}",
    "for if else": "{% for i in l if i > 9 %}{{ i }}{% else %}none{% endfor %}",
    "for over a dictionary": "{% for k in d %}{{ k }} {% endfor %}",
    "for over items": "{% for k, v in d.items() %}{{ k }}={{ v }};{% endfor %}",
    "for over pairs": "{% for p, q in m %}{{ p }}-{{ q }} {% endfor %}",
    "for over a string": "{% for c in u %}[{{ c }}]{% endfor %}",
    "for over undefined": "{% for c in missing %}x{% endfor %}.",
    "loop": "{% for i in l %}{{ loop.index }}{{ loop.index0 }}{{ loop.first }}{{ loop.last }}{{ loop.length }}{{ loop.revindex }}{{ loop.revindex0 }} {% endfor %}",
    "loop neighbours": "{% for i in l %}{{ loop.previtem }}<{{ i }}<{{ loop.nextitem }} {% endfor %}",
    "nested loops": "{% for r in m %}{% for c in r %}{{ loop.index }}{{ c }}{% endfor %}{{ loop.index }};{% endfor %}",
    "break": "{% for i in l %}{% if i == 2 %}{% break %}{% endif %}{{ i }}{% endfor %}",
    "continue": "{% for i in l %}{% if i == 1 %}{% continue %}{% endif %}{{ i }}{% endfor %}",
    "set": "{% set y = a + 1 %}{{ y }}",
    "set in if": "{% if t %}{% set y = 5 %}{% endif %}{{ y }}",
    "set in for stays inside": "{% set y = 1 %}{% for i in l %}{% set y = i %}{{ y }}{% endfor %}{{ y }}",
    "set does not reach the next turn": "{% for i in l %}{{ y is defined }}{% set y = i %}{% endfor %}",
    "set several": "{% set p, q = 1, 2 %}{{ p }}{{ q }}",
    "set block": "{% set y %}a{{ a }}{% endset %}{{ y ~ '!' }}",
    "namespace": "{% set ns = namespace(n=0, who='x') %}{% for i in l %}{% set ns.n = ns.n + i %}{% endfor %}{{ ns.n }}{{ ns.who }}{{ ns.missing is defined }}",
    "comment": "a{# {{ x }} #}b",
    "comment line": "a\n  {# c #}\nb",
    "dash comment": "a \n {#- c -#} \n b",
    "trim blocks": "{% if t %}\na\n{% endif %}\nb\n",
    "only one line break is trimmed": "{% if t %}\n\na{% endif %}\n\nb\n\n",
    "output keeps its line break": "{{ a }}\n{{ a }}\n",
    "lstrip blocks": "  {% if t %}\n    a\n  {% endif %}\nb",
    "lstrip only at the line start": "x  {% if t %}y{% endif %}  {% if t %}z{% endif %}",
    "lstrip after a trimmed block": "{% if t %}\n  {% if t %}\n  x\n  {% endif %}\n{% endif %}",
    "indented output keeps its space": "  {{ a }}\n\t{{ a }}",
    "dashes": "a  \n  {%- if t -%}  \n  b  \n  {%- endif -%}  \n c",
    "dash output": "a  {{- a -}}  b",
    "plus keeps": "a\n  {%+ if t %}\nb{% endif +%}\nc",
    "crlf": "a\r\n{% if t %}\r\nb{% endif %}\r\n",
    "braces in text": "{ a } {a} }} %} #} { {",
    "end of tag inside a string": "{{ '}}' }}{% if '%}' == '%}' %}x{% endif %}",
    "closing dictionaries": "{{ {'a': {'b': 3}}}}",
    "values are not templates": "{{ '{{ a }}' }}{{ '{% if %}' }}",
    "keywords as attributes": "{{ {'if': 1}['if'] }}{{ {'is': 2}.get('is') }}",
    "chatml": CHATML,
    "qwen": QWEN,
    "llama 3": LLAMA3,
    "r1": R1,
}


def environment():
    def raise_exception(message):
        raise ValueError(message)

    jinja = ImmutableSandboxedEnvironment(trim_blocks=True, lstrip_blocks=True, extensions=[loopcontrols])
    jinja.filters["tojson"] = lambda x, ensure_ascii=False, indent=None: json.dumps(
        x, ensure_ascii=ensure_ascii, indent=indent)
    jinja.globals["raise_exception"] = raise_exception
    return jinja


def main():
    jinja = environment()
    cases = []
    for expression in EXPRESSIONS.replace("\n", "|").split("|"):
        if expression.strip():
            text = expression.strip().replace("\u0001", "|")
            cases.append((text, "{{ " + text + " }}", "data"))
    for name, source in STATEMENTS.items():
        cases.append((name, source, "conversation" if name in ("chatml", "qwen", "llama 3", "r1") else "data"))
    variables = {"data": DATA, "conversation": CONVERSATION}
    written = []
    for name, source, which in cases:
        try:
            expected = {"expected": jinja.from_string(source).render(**variables[which])}
        except Exception as e:
            expected = {"fails": f"{type(e).__name__}: {e}"}
            print(name, "->", expected)
        written.append({"name": name, "template": source, "variables": which, **expected})
    FILE.write_text(json.dumps({"variables": variables, "cases": written}, ensure_ascii=False, indent=1) + "\n")
    print(len(written), "cases")


main()
