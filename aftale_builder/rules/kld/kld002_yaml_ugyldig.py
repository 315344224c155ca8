"""En fil er ikke gyldig YAML.

## Hvorfor
Indrykning, kolon og citationstegn siger, hvad der hører sammen. Er de forkerte, kan resten af filen ikke læses med
sikkerhed.

## Forkert
```yaml
navn: Solbakken: en indsats
```

## Rigtigt
```yaml
navn: "Solbakken: en indsats"
```

## Kilde
Vores egen vurdering: aftalen skal kunne læses uden tvivl.

## Forbehold
Det, der kan læses, bliver bedømt. Hvad der står efter fejlen, er hverken udeladt eller tomt, så ingen regel kalder
det manglende.
"""

from aftale_builder.rules.registry import raised_elsewhere

RULE = raised_elsewhere(__name__, "KLD002", "yaml-ugyldig")
