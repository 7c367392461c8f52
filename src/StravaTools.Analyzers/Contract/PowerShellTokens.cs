using Microsoft.CodeAnalysis.Text;

namespace StravaTools.Analyzers.Contract;

internal enum TokenKind
{
    Word,
    Text,
    Open,
    Close,
    NewLine,
}

/// <summary>Words, strings, brackets and ends of statements of a PowerShell script, with comments left out.</summary>
internal sealed class PowerShellTokens(string text)
{
    private int _position;

    public TokenKind Kind { get; private set; }

    /// <summary>The word, what is between the quotes, or the bracket.</summary>
    public string Value { get; private set; } = "";

    public TextSpan Span { get; private set; }

    /// <summary>How many brackets are open after this token.</summary>
    public int Depth { get; private set; }

    public bool Next()
    {
        SkipBlanks();
        if (_position >= text.Length)
        {
            return false;
        }

        var start = _position;
        switch (text[start])
        {
            case '\n' or ';':
                _position++;
                return Set(TokenKind.NewLine, start, "");
            case '{' or '(':
                return Open(start, 1);
            case '@' when At(start + 1) is '{' or '(':
                return Open(start, 2);
            case '}' or ')':
                _position++;
                Depth = Math.Max(0, Depth - 1);
                return Set(TokenKind.Close, start, "");
            case '@' when At(start + 1) is '\'' or '"':
                return ReadHereString(start);
            case '\'' or '"':
                return ReadString(start);
            default:
                return ReadWord(start);
        }
    }

    private bool Open(int start, int length)
    {
        _position += length;
        Depth++;
        return Set(TokenKind.Open, start, text.Substring(start, length));
    }

    private void SkipBlanks()
    {
        while (_position < text.Length)
        {
            var c = text[_position];
            if (c is ' ' or '\t' or '\r')
            {
                _position++;
            }
            else if (c == ',')
            {
                // A list may go on in the next line.
                while (char.IsWhiteSpace(At(++_position)))
                {
                }
            }
            else if (c == '`' && At(_position + 1) is '\r' or '\n')
            {
                _position = After("\n", _position);
            }
            else if (c == '<' && At(_position + 1) == '#')
            {
                _position = After("#>", _position);
            }
            else if (c == '#')
            {
                _position = text.IndexOf('\n', _position) is var end and >= 0 ? end : text.Length;
            }
            else
            {
                return;
            }
        }
    }

    private bool ReadHereString(int start)
    {
        _position = After("\n" + At(start + 1) + "@", start);
        return Set(TokenKind.Text, start, text.Substring(start, _position - start));
    }

    private bool ReadString(int start)
    {
        var quote = text[start];
        for (_position++; _position < text.Length; _position++)
        {
            var isDoubled = text[_position] == quote && At(_position + 1) == quote;
            if (isDoubled || (quote == '"' && text[_position] == '`'))
            {
                _position++;
            }
            else if (text[_position] == quote)
            {
                break;
            }
        }

        var end = Math.Min(_position, text.Length);
        _position = Math.Min(_position + 1, text.Length);
        return Set(TokenKind.Text, start, text.Substring(start + 1, end - start - 1).Replace("''", "'"));
    }

    private bool ReadWord(int start)
    {
        while (_position < text.Length && !EndsWord(text[_position]))
        {
            _position++;
        }

        _position = Math.Max(_position, start + 1);
        return Set(TokenKind.Word, start, text.Substring(start, _position - start));
    }

    private static bool EndsWord(char c) => char.IsWhiteSpace(c) || c is '{' or '}' or '(' or ')' or ';' or ',' or '\'' or '"';

    private bool Set(TokenKind kind, int start, string value)
    {
        (Kind, Value, Span) = (kind, value, TextSpan.FromBounds(start, _position));
        return true;
    }

    private char At(int index) => index < text.Length ? text[index] : '\0';

    private int After(string end, int from) => text.IndexOf(end, from, StringComparison.Ordinal) is var at and >= 0 ? at + end.Length : text.Length;
}
