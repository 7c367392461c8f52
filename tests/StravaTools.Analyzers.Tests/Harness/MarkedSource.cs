using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace StravaTools.Analyzers.Tests.Harness;

/// <summary>Text with the places that a rule has to report: <c>[|like this|]</c>.</summary>
internal sealed record MarkedSource(string Text, IReadOnlyList<TextSpan> Spans)
{
    public static MarkedSource Parse(string marked)
    {
        var text = new StringBuilder();
        var open = new Stack<int>();
        var spans = new List<TextSpan>();
        for (var i = 0; i < marked.Length; i++)
        {
            if (string.CompareOrdinal(marked, i, "[|", 0, 2) == 0)
            {
                open.Push(text.Length);
                i++;
            }
            else if (string.CompareOrdinal(marked, i, "|]", 0, 2) == 0)
            {
                spans.Add(TextSpan.FromBounds(open.Pop(), text.Length));
                i++;
            }
            else
            {
                text.Append(marked[i]);
            }
        }

        return new MarkedSource(text.ToString(), [.. spans.Order()]);
    }

    /// <summary>The text with these places marked: what a failed test shows.</summary>
    public static string Mark(string text, IEnumerable<TextSpan> spans)
    {
        var marks = spans.SelectMany(span => new[] { (At: span.Start, Mark: "[|", Order: 1), (At: span.End, Mark: "|]", Order: 0) });
        var result = new StringBuilder(text);
        foreach (var (at, mark, _) in marks.OrderByDescending(mark => mark.At).ThenByDescending(mark => mark.Order))
        {
            result.Insert(at, mark);
        }

        return result.ToString();
    }

    public override string ToString() => Mark(Text, Spans);
}
