using System.Runtime.CompilerServices;
using System.Text;

namespace StravaTools.Activities.Pages;

/// <summary>An HTML page while it is written.</summary>
internal sealed class PageBuilder
{
    public StringBuilder Text { get; } = new(1 << 16);

    /// <summary>Appends markup with encoded values.</summary>
    /// <returns>This page; the compiler has appended the markup before the call.</returns>
    public PageBuilder AddMarkup([InterpolatedStringHandlerArgument("")] MarkupHandler markup)
    {
        _ = markup;
        return this;
    }

    /// <summary>Appends a line of markup with encoded values.</summary>
    public void AddLine([InterpolatedStringHandlerArgument("")] MarkupHandler markup)
    {
        _ = markup;
        Text.Append('\n');
    }

    /// <summary>Appends a constant line of markup.</summary>
    public void AddLine(string markup) => Text.Append(markup).Append('\n');

    /// <summary>Writes the page as UTF-8.</summary>
    public void WriteTo(Stream stream)
    {
        var encoding = new UTF8Encoding(false);
        foreach (var chunk in Text.GetChunks())
        {
            stream.Write(encoding.GetBytes(chunk.ToArray()));
        }
    }
}
