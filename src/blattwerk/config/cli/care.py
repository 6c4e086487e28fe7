"""Commands that look after a paper."""

import click

from blattwerk.config.cli import main, with_django


@main.command()
@click.argument("email")
@with_django
def password(email: str) -> None:
    """Make a new random password for EMAIL and print it."""
    from blattwerk.accounts.invite import renew_password
    from blattwerk.accounts.models import User

    try:
        new = renew_password(email=email)
    except User.DoesNotExist as error:
        raise click.ClickException(
            f"Nobody signs in as {email}. Make a login with: blattwerk invite {email}"
        ) from error
    click.echo(f"{email}: {new}")


@main.command()
@click.argument("email")
@with_django
def invite(email: str) -> None:
    """Make a login that may do everything for EMAIL and print its password."""
    from django.core.exceptions import ValidationError

    from blattwerk.accounts.errors import AlreadyInvited
    from blattwerk.accounts.invite import invite_chief

    try:
        _user, new = invite_chief(email=email)
    except AlreadyInvited as error:
        raise click.ClickException(str(error)) from error
    except ValidationError as error:
        raise click.ClickException(f"{email} is no e-mail address: {error.message}") from error
    click.echo(f"{email}: {new}")


@main.command()
@click.argument("email", required=False, default="")
@click.option("--address", default="", help="A network address instead of EMAIL.")
@with_django
def unlock(email: str, address: str) -> None:
    """Let EMAIL try again after too many wrong passwords."""
    from blattwerk.accounts.limits import unlock

    if not email and not address:
        raise click.UsageError("Name an EMAIL, or an address with --address.")
    count = unlock(account=email, address=address)
    who = email or address
    click.echo(f"{who}: unlocked." if count else f"{who}: no wrong passwords were counted.")


@main.command()
@with_django
def doctor() -> None:
    """Look the installation over and say what is wrong and what to do."""
    from blattwerk.config.doctor import examine

    findings = examine()
    for finding in findings:
        mark = click.style("ok  ", fg="green") if finding.well else click.style("BAD ", fg="red")
        click.echo(f"{mark} {finding.text}")
    if not all(finding.well for finding in findings):
        raise SystemExit(1)
