using System.Text;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Formats.Xml;

/// <content>Where a document begins, and how another reader goes on in the middle of it.</content>
internal sealed partial class Utf8XmlScanner
{
    private bool _hasBegun;
    private bool _isPlain;
    private int _beginning;
    private int _skippedLines;

    /// <summary>
    /// What is left for .NET's reader. In the middle of a document a made-up beginning stands before it: the elements that are still open, each
    /// at its own line and column, and white space up to where the rest begins. So the reader finds them closed or not, and names the places of
    /// the file in its messages.
    /// </summary>
    public XmlRest RemainingDocument()
    {
        if (!_hasBegun)
        {
            BeginDocument();
        }

        if (!_isPlain)
        {
            return new XmlRest(null, _window.StreamFrom(_beginning), _skippedLines, 0, FindDtd());
        }

        // Before the root element a declaration, comments and white space were passed over, and white space takes their place.
        if (_open.Count == 0 && !_hasRootEnded)
        {
            return new XmlRest(new PaddingStream(FillGap((1, 1), LineAndColumnOf(_window.Locate(_position)))), _window.StreamFrom(_position), 0, 0, FindDtd());
        }

        return new XmlRest(new PaddingStream(OpenElements()), _window.StreamFrom(_position), 0, _open.Count + (_wasStartTag ? 0 : 1));
    }

    private SourceLocation FindDtd()
    {
        if (_window.Bytes[_position..].IndexOf("<!D"u8) is var at and >= 0)
        {
            return _window.Locate(_position + at);
        }

        return SourceLocation.None;
    }

    private List<PaddingStream.Part> OpenElements()
    {
        var end = LineAndColumnOf(_window.Locate(_position));
        var parts = new List<PaddingStream.Part>();
        var at = (Line: 1, Column: 1);
        for (var i = 0; i < _open.Count; i++)
        {
            var element = _open[i];
            Locate(ref element);
            var (line, column) = LineAndColumnOf(element.Location);
            parts.AddRange(FillGap(at, (line, column - 1)));
            parts.Add(new PaddingStream.Part([(byte)'<', .. element.Name.Written]));
            at = (line, column + element.Name.Written.Length);
            if (i == _open.Count - 1 && _wasStartTag)
            {
                // Text may follow at once, so the room that attributes took is filled within the tag.
                parts.AddRange(FillGap(at, (end.Line, end.Column - 1)));
                at = (end.Line, end.Column - 1);
            }

            parts.Add(new PaddingStream.Part(">"u8.ToArray()));
            at.Column++;
        }

        if (!_wasStartTag)
        {
            // A made-up empty element takes the place of those that ended, so that no space is added to text.
            parts.Add(new PaddingStream.Part("<_"u8.ToArray()));
            parts.AddRange(FillGap((at.Line, at.Column + 2), (end.Line, end.Column - 2)));
            parts.Add(new PaddingStream.Part("/>"u8.ToArray()));
        }

        return parts;
    }

    /// <summary>True if what begins here is plain so far: white space that is forgiven, and a declaration that says UTF-8 or nothing.</summary>
    private bool BeginDocument()
    {
        Prepare();
        var bytes = _window.Bytes[_position..];
        var end = bytes.StartsWith("<?"u8) ? bytes.IndexOf("?>"u8) : 0;
        _isPlain = end >= 0 && bytes.StartsWith("<"u8) && (end == 0 || IsPlainDeclaration(bytes[..end]));
        _position += _isPlain && end > 0 ? end + 2 : 0;
        return _isPlain;
    }

    /// <summary>Fills the window, and passes over a mark and white space before the declaration: real files have it, and an XML parser refuses it.</summary>
    private void Prepare()
    {
        _hasBegun = true;
        _window.SlideWindow(0);
        var bytes = _window.Bytes;
        var mark = bytes.StartsWith<byte>([0xEF, 0xBB, 0xBF]) ? 3 : 0;
        var space = bytes[mark..].IndexOfAnyExcept(" \t\r\n"u8);
        _position = mark + Math.Max(space, 0);
        _beginning = space > 0 ? _position : 0;
        _skippedLines = bytes[.._position].Count((byte)'\n');
        _window.BeginDocumentAt(_position, _skippedLines + 1);
    }

    private static bool IsPlainDeclaration(ReadOnlySpan<byte> declaration)
    {
        var text = Encoding.Latin1.GetString(declaration).Replace('\'', '"');
        foreach (var standalone in (string[])["", " standalone=\"no\"", " standalone=\"yes\""])
        {
            if (text.Equals("<?xml version=\"1.0\"" + standalone, StringComparison.Ordinal)
                || text.Equals("<?xml version=\"1.0\" encoding=\"UTF-8\"" + standalone, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static (int Line, int Column) LineAndColumnOf(SourceLocation location) => (location.Line!.Value, location.Column!.Value);

    private static IEnumerable<PaddingStream.Part> FillGap((int Line, int Column) from, (int Line, int Column) to)
    {
        if (to.Line > from.Line)
        {
            yield return new PaddingStream.Part("\n"u8.ToArray(), to.Line - from.Line);
            from = (to.Line, 1);
        }

        if (to.Column > from.Column)
        {
            yield return new PaddingStream.Part(" "u8.ToArray(), to.Column - from.Column);
        }
    }
}
