"""Before an account is erased: is it really its owner who asks?

By password where there is one; else by a code that goes to the address. The code waits in the
session as a keyed hash, for a quarter of an hour and five attempts.
"""

import hmac
import time

from allauth.account.adapter import get_adapter
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from blattwerk.accounts.errors import WrongCode, WrongPassword
from blattwerk.accounts.models import User

KEY = "accounts_farewell"
VALID_FOR = 15 * 60  # seconds
ATTEMPTS = 5


def send_farewell_code(request: HttpRequest, user: User) -> None:
    """Mail the code that confirms."""
    adapter = get_adapter(request)
    code = adapter.generate_login_code()
    request.session[KEY] = {"code": _hash(code), "at": time.time(), "attempts": 0}
    adapter.send_mail("account/email/farewell_code", user.email, {"code": code, "user": user})


def confirm(request: HttpRequest, user: User, secret: str) -> None:
    """Raises NotConfirmed unless it is the password, or the code that was sent."""
    if user.has_usable_password():
        if get_adapter(request).reauthenticate(user, secret):
            return
        raise WrongPassword
    waiting = request.session.get(KEY)
    if not waiting or time.time() - waiting["at"] > VALID_FOR or waiting["attempts"] >= ATTEMPTS:
        raise WrongCode
    request.session[KEY] = {**waiting, "attempts": waiting["attempts"] + 1}
    if not hmac.compare_digest(waiting["code"], _hash(secret)):
        raise WrongCode
    del request.session[KEY]


def _hash(code: str) -> str:
    plain = "".join(letter for letter in code.upper() if letter.isalnum())
    return salted_hmac(KEY, plain, algorithm="sha256").hexdigest()
