"""The addresses of the account pages, each behind its wall."""

from django.urls import path

from sites.common.accounts.legal import ACCESSIBILITY
from sites.common.accounts.views import account, addresses, documents, entering, passwords
from sites.common.walls import anyone, behind, is_person

app_name = "accounts"

urlpatterns = [
    *behind(
        is_person,
        [
            path("account/", account.account, name="account"),
            path("account/email/", addresses.email, name="email"),
            path("account/email/code/", addresses.email_code, name="email-code"),
            path("account/email/code/again/", addresses.email_code_again, name="email-code-again"),
            path("account/email/confirm/", addresses.confirm_again, name="confirm-again"),
            path("account/password/", passwords.change, name="password"),
            path("account/language/", account.language, name="language"),
            path("account/sessions/end/", account.end_sessions, name="end-sessions"),
            path("account/delete/", account.delete, name="delete"),
            path("legal/accept/", documents.accept, name="accept"),
            path("legal/privacy/seen/", documents.privacy_seen, name="privacy-seen"),
        ],
    ),
    *behind(
        anyone,
        [
            path("sign-up/", entering.sign_up, name="sign-up"),
            path("sign-in/", entering.sign_in, name="sign-in"),
            path("sign-in/demo/", entering.sign_in_demo, name="sign-in-demo"),
            path("sign-out/", entering.sign_out, name="sign-out"),
            path("password/forgotten/", passwords.forgotten, name="password-forgotten"),
            path("password/sent/", passwords.sent, name="password-sent"),
            path("password/reset/<str:key>/", passwords.reset, name="password-reset"),
            path("welcome/<str:key>/", addresses.welcome, name="welcome"),
            path("goodbye/", account.deleted, name="deleted"),
            path("language/", account.switch_language, name="switch-language"),
            path("legal/terms/", documents.document, {"kind": "terms"}, name="terms"),
            path("legal/privacy/", documents.document, {"kind": "privacy"}, name="privacy"),
            path("accessibility/", documents.document, {"kind": ACCESSIBILITY}, name="accessibility"),
            path("legal/<str:kind>/<str:day>/", documents.version, name="version"),
        ],
    ),
]
