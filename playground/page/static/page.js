var dh=Object.defineProperty;var mh=Object.getOwnPropertyDescriptor;var ua=i=>{throw TypeError(i)};var T=(i,s,e,t)=>{for(var r=t>1?void 0:t?mh(s,e):s,o=i.length-1,a;o>=0;o--)(a=i[o])&&(r=(t?a(s,e,r):a(r))||r);return t&&r&&dh(s,e,r),r};var Xr=(i,s,e)=>s.has(i)||ua("Cannot "+e);var g=(i,s,e)=>(Xr(i,s,"read from private field"),e?e.call(i):s.get(i)),N=(i,s,e)=>s.has(i)?ua("Cannot add the same private member more than once"):s instanceof WeakSet?s.add(i):s.set(i,e),W=(i,s,e,t)=>(Xr(i,s,"write to private field"),t?t.call(i,e):s.set(i,e),e),c=(i,s,e)=>(Xr(i,s,"access private method"),e);var qi=["system","light","dark"],va="theme";function Yt(){try{let i=localStorage.getItem(va);return qi.find(s=>s===i)??"system"}catch{return"system"}}function Jr(i){i==="system"?delete document.documentElement.dataset.theme:document.documentElement.dataset.theme=i}function ga(i){Jr(i);try{localStorage.setItem(va,i)}catch{}}var Os=globalThis,Is=Os.ShadowRoot&&(Os.ShadyCSS===void 0||Os.ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype,Qr=Symbol(),ba=new WeakMap,Fi=class{constructor(s,e,t){if(this._$cssResult$=!0,t!==Qr)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=s,this.t=e}get styleSheet(){let s=this.o,e=this.t;if(Is&&s===void 0){let t=e!==void 0&&e.length===1;t&&(s=ba.get(e)),s===void 0&&((this.o=s=new CSSStyleSheet).replaceSync(this.cssText),t&&ba.set(e,s))}return s}toString(){return this.cssText}},ya=i=>new Fi(typeof i=="string"?i:i+"",void 0,Qr),re=(i,...s)=>{let e=i.length===1?i[0]:s.reduce((t,r,o)=>t+(a=>{if(a._$cssResult$===!0)return a.cssText;if(typeof a=="number")return a;throw Error("Value passed to 'css' function must be a 'css' function result: "+a+". Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.")})(r)+i[o+1],i[0]);return new Fi(e,i,Qr)},wa=(i,s)=>{if(Is)i.adoptedStyleSheets=s.map(e=>e instanceof CSSStyleSheet?e:e.styleSheet);else for(let e of s){let t=document.createElement("style"),r=Os.litNonce;r!==void 0&&t.setAttribute("nonce",r),t.textContent=e.cssText,i.appendChild(t)}},eo=Is?i=>i:i=>i instanceof CSSStyleSheet?(s=>{let e="";for(let t of s.cssRules)e+=t.cssText;return ya(e)})(i):i;var{is:ph,defineProperty:fh,getOwnPropertyDescriptor:uh,getOwnPropertyNames:vh,getOwnPropertySymbols:gh,getPrototypeOf:bh}=Object,Rs=globalThis,za=Rs.trustedTypes,yh=za?za.emptyScript:"",wh=Rs.reactiveElementPolyfillSupport,Gi=(i,s)=>i,Wi={toAttribute(i,s){switch(s){case Boolean:i=i?yh:null;break;case Object:case Array:i=i==null?i:JSON.stringify(i)}return i},fromAttribute(i,s){let e=i;switch(s){case Boolean:e=i!==null;break;case Number:e=i===null?null:Number(i);break;case Object:case Array:try{e=JSON.parse(i)}catch{e=null}}return e}},Vs=(i,s)=>!ph(i,s),_a={attribute:!0,type:String,converter:Wi,reflect:!1,useDefault:!1,hasChanged:Vs};Symbol.metadata??=Symbol("metadata"),Rs.litPropertyMetadata??=new WeakMap;var lt=class extends HTMLElement{static addInitializer(s){this._$Ei(),(this.l??=[]).push(s)}static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}static createProperty(s,e=_a){if(e.state&&(e.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(s)&&((e=Object.create(e)).wrapped=!0),this.elementProperties.set(s,e),!e.noAccessor){let t=Symbol(),r=this.getPropertyDescriptor(s,t,e);r!==void 0&&fh(this.prototype,s,r)}}static getPropertyDescriptor(s,e,t){let{get:r,set:o}=uh(this.prototype,s)??{get(){return this[e]},set(a){this[e]=a}};return{get:r,set(a){let l=r?.call(this);o?.call(this,a),this.requestUpdate(s,l,t)},configurable:!0,enumerable:!0}}static getPropertyOptions(s){return this.elementProperties.get(s)??_a}static _$Ei(){if(this.hasOwnProperty(Gi("elementProperties")))return;let s=bh(this);s.finalize(),s.l!==void 0&&(this.l=[...s.l]),this.elementProperties=new Map(s.elementProperties)}static finalize(){if(this.hasOwnProperty(Gi("finalized")))return;if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(Gi("properties"))){let e=this.properties,t=[...vh(e),...gh(e)];for(let r of t)this.createProperty(r,e[r])}let s=this[Symbol.metadata];if(s!==null){let e=litPropertyMetadata.get(s);if(e!==void 0)for(let[t,r]of e)this.elementProperties.set(t,r)}this._$Eh=new Map;for(let[e,t]of this.elementProperties){let r=this._$Eu(e,t);r!==void 0&&this._$Eh.set(r,e)}this.elementStyles=this.finalizeStyles(this.styles)}static finalizeStyles(s){let e=[];if(Array.isArray(s)){let t=new Set(s.flat(1/0).reverse());for(let r of t)e.unshift(eo(r))}else s!==void 0&&e.push(eo(s));return e}static _$Eu(s,e){let t=e.attribute;return t===!1?void 0:typeof t=="string"?t:typeof s=="string"?s.toLowerCase():void 0}constructor(){super(),this._$Ep=void 0,this.isUpdatePending=!1,this.hasUpdated=!1,this._$Em=null,this._$Ev()}_$Ev(){this._$ES=new Promise(s=>this.enableUpdating=s),this._$AL=new Map,this._$E_(),this.requestUpdate(),this.constructor.l?.forEach(s=>s(this))}addController(s){(this._$EO??=new Set).add(s),this.renderRoot!==void 0&&this.isConnected&&s.hostConnected?.()}removeController(s){this._$EO?.delete(s)}_$E_(){let s=new Map,e=this.constructor.elementProperties;for(let t of e.keys())this.hasOwnProperty(t)&&(s.set(t,this[t]),delete this[t]);s.size>0&&(this._$Ep=s)}createRenderRoot(){let s=this.shadowRoot??this.attachShadow(this.constructor.shadowRootOptions);return wa(s,this.constructor.elementStyles),s}connectedCallback(){this.renderRoot??=this.createRenderRoot(),this.enableUpdating(!0),this._$EO?.forEach(s=>s.hostConnected?.())}enableUpdating(s){}disconnectedCallback(){this._$EO?.forEach(s=>s.hostDisconnected?.())}attributeChangedCallback(s,e,t){this._$AK(s,t)}_$ET(s,e){let t=this.constructor.elementProperties.get(s),r=this.constructor._$Eu(s,t);if(r!==void 0&&t.reflect===!0){let o=(t.converter?.toAttribute!==void 0?t.converter:Wi).toAttribute(e,t.type);this._$Em=s,o==null?this.removeAttribute(r):this.setAttribute(r,o),this._$Em=null}}_$AK(s,e){let t=this.constructor,r=t._$Eh.get(s);if(r!==void 0&&this._$Em!==r){let o=t.getPropertyOptions(r),a=typeof o.converter=="function"?{fromAttribute:o.converter}:o.converter?.fromAttribute!==void 0?o.converter:Wi;this._$Em=r;let l=a.fromAttribute(e,o.type);this[r]=l??this._$Ej?.get(r)??l,this._$Em=null}}requestUpdate(s,e,t,r=!1,o){if(s!==void 0){let a=this.constructor;if(r===!1&&(o=this[s]),t??=a.getPropertyOptions(s),!((t.hasChanged??Vs)(o,e)||t.useDefault&&t.reflect&&o===this._$Ej?.get(s)&&!this.hasAttribute(a._$Eu(s,t))))return;this.C(s,e,t)}this.isUpdatePending===!1&&(this._$ES=this._$EP())}C(s,e,{useDefault:t,reflect:r,wrapped:o},a){t&&!(this._$Ej??=new Map).has(s)&&(this._$Ej.set(s,a??e??this[s]),o!==!0||a!==void 0)||(this._$AL.has(s)||(this.hasUpdated||t||(e=void 0),this._$AL.set(s,e)),r===!0&&this._$Em!==s&&(this._$Eq??=new Set).add(s))}async _$EP(){this.isUpdatePending=!0;try{await this._$ES}catch(e){Promise.reject(e)}let s=this.scheduleUpdate();return s!=null&&await s,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){if(!this.isUpdatePending)return;if(!this.hasUpdated){if(this.renderRoot??=this.createRenderRoot(),this._$Ep){for(let[r,o]of this._$Ep)this[r]=o;this._$Ep=void 0}let t=this.constructor.elementProperties;if(t.size>0)for(let[r,o]of t){let{wrapped:a}=o,l=this[r];a!==!0||this._$AL.has(r)||l===void 0||this.C(r,void 0,o,l)}}let s=!1,e=this._$AL;try{s=this.shouldUpdate(e),s?(this.willUpdate(e),this._$EO?.forEach(t=>t.hostUpdate?.()),this.update(e)):this._$EM()}catch(t){throw s=!1,this._$EM(),t}s&&this._$AE(e)}willUpdate(s){}_$AE(s){this._$EO?.forEach(e=>e.hostUpdated?.()),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(s)),this.updated(s)}_$EM(){this._$AL=new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(s){return!0}update(s){this._$Eq&&=this._$Eq.forEach(e=>this._$ET(e,this[e])),this._$EM()}updated(s){}firstUpdated(s){}};lt.elementStyles=[],lt.shadowRootOptions={mode:"open"},lt[Gi("elementProperties")]=new Map,lt[Gi("finalized")]=new Map,wh?.({ReactiveElement:lt}),(Rs.reactiveElementVersions??=[]).push("2.1.2");var io=globalThis,xa=i=>i,Ds=io.trustedTypes,$a=Ds?Ds.createPolicy("lit-html",{createHTML:i=>i}):void 0,so="$lit$",ht=`lit$${Math.random().toFixed(9).slice(2)}$`,ro="?"+ht,zh=`<${ro}>`,Ot=document,Yi=()=>Ot.createComment(""),Zi=i=>i===null||typeof i!="object"&&typeof i!="function",oo=Array.isArray,Ca=i=>oo(i)||typeof i?.[Symbol.iterator]=="function",to=`[ 	
\f\r]`,Ki=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,Ma=/-->/g,ka=/>/g,St=RegExp(`>|${to}(?:([^\\s"'>=/]+)(${to}*=${to}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),Ta=/'/g,Ea=/"/g,Sa=/^(?:script|style|textarea|title)$/i,ao=i=>(s,...e)=>({_$litType$:i,strings:s,values:e}),n=ao(1),R=ao(2),tm=ao(3),ve=Symbol.for("lit-noChange"),$=Symbol.for("lit-nothing"),Ha=new WeakMap,At=Ot.createTreeWalker(Ot,129);function Aa(i,s){if(!oo(i)||!i.hasOwnProperty("raw"))throw Error("invalid template strings array");return $a!==void 0?$a.createHTML(s):s}var Oa=(i,s)=>{let e=i.length-1,t=[],r,o=s===2?"<svg>":s===3?"<math>":"",a=Ki;for(let l=0;l<e;l++){let d=i[l],f,m,h=-1,k=0;for(;k<d.length&&(a.lastIndex=k,m=a.exec(d),m!==null);)k=a.lastIndex,a===Ki?m[1]==="!--"?a=Ma:m[1]!==void 0?a=ka:m[2]!==void 0?(Sa.test(m[2])&&(r=RegExp("</"+m[2],"g")),a=St):m[3]!==void 0&&(a=St):a===St?m[0]===">"?(a=r??Ki,h=-1):m[1]===void 0?h=-2:(h=a.lastIndex-m[2].length,f=m[1],a=m[3]===void 0?St:m[3]==='"'?Ea:Ta):a===Ea||a===Ta?a=St:a===Ma||a===ka?a=Ki:(a=St,r=void 0);let w=a===St&&i[l+1].startsWith("/>")?" ":"";o+=a===Ki?d+zh:h>=0?(t.push(f),d.slice(0,h)+so+d.slice(h)+ht+w):d+ht+(h===-2?l:w)}return[Aa(i,o+(i[e]||"<?>")+(s===2?"</svg>":s===3?"</math>":"")),t]},Xi=class i{constructor({strings:s,_$litType$:e},t){let r;this.parts=[];let o=0,a=0,l=s.length-1,d=this.parts,[f,m]=Oa(s,e);if(this.el=i.createElement(f,t),At.currentNode=this.el.content,e===2||e===3){let h=this.el.content.firstChild;h.replaceWith(...h.childNodes)}for(;(r=At.nextNode())!==null&&d.length<l;){if(r.nodeType===1){if(r.hasAttributes())for(let h of r.getAttributeNames())if(h.endsWith(so)){let k=m[a++],w=r.getAttribute(h).split(ht),_=/([.?@])?(.*)/.exec(k);d.push({type:1,index:o,name:_[2],strings:w,ctor:_[1]==="."?Ls:_[1]==="?"?Ps:_[1]==="@"?Ns:Rt}),r.removeAttribute(h)}else h.startsWith(ht)&&(d.push({type:6,index:o}),r.removeAttribute(h));if(Sa.test(r.tagName)){let h=r.textContent.split(ht),k=h.length-1;if(k>0){r.textContent=Ds?Ds.emptyScript:"";for(let w=0;w<k;w++)r.append(h[w],Yi()),At.nextNode(),d.push({type:2,index:++o});r.append(h[k],Yi())}}}else if(r.nodeType===8)if(r.data===ro)d.push({type:2,index:o});else{let h=-1;for(;(h=r.data.indexOf(ht,h+1))!==-1;)d.push({type:7,index:o}),h+=ht.length-1}o++}}static createElement(s,e){let t=Ot.createElement("template");return t.innerHTML=s,t}};function It(i,s,e=i,t){if(s===ve)return s;let r=t!==void 0?e._$Co?.[t]:e._$Cl,o=Zi(s)?void 0:s._$litDirective$;return r?.constructor!==o&&(r?._$AO?.(!1),o===void 0?r=void 0:(r=new o(i),r._$AT(i,e,t)),t!==void 0?(e._$Co??=[])[t]=r:e._$Cl=r),r!==void 0&&(s=It(i,r._$AS(i,s.values),r,t)),s}var js=class{constructor(s,e){this._$AV=[],this._$AN=void 0,this._$AD=s,this._$AM=e}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(s){let{el:{content:e},parts:t}=this._$AD,r=(s?.creationScope??Ot).importNode(e,!0);At.currentNode=r;let o=At.nextNode(),a=0,l=0,d=t[0];for(;d!==void 0;){if(a===d.index){let f;d.type===2?f=new Zt(o,o.nextSibling,this,s):d.type===1?f=new d.ctor(o,d.name,d.strings,this,s):d.type===6&&(f=new Bs(o,this,s)),this._$AV.push(f),d=t[++l]}a!==d?.index&&(o=At.nextNode(),a++)}return At.currentNode=Ot,r}p(s){let e=0;for(let t of this._$AV)t!==void 0&&(t.strings!==void 0?(t._$AI(s,t,e),e+=t.strings.length-2):t._$AI(s[e])),e++}},Zt=class i{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(s,e,t,r){this.type=2,this._$AH=$,this._$AN=void 0,this._$AA=s,this._$AB=e,this._$AM=t,this.options=r,this._$Cv=r?.isConnected??!0}get parentNode(){let s=this._$AA.parentNode,e=this._$AM;return e!==void 0&&s?.nodeType===11&&(s=e.parentNode),s}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(s,e=this){s=It(this,s,e),Zi(s)?s===$||s==null||s===""?(this._$AH!==$&&this._$AR(),this._$AH=$):s!==this._$AH&&s!==ve&&this._(s):s._$litType$!==void 0?this.$(s):s.nodeType!==void 0?this.T(s):Ca(s)?this.k(s):this._(s)}O(s){return this._$AA.parentNode.insertBefore(s,this._$AB)}T(s){this._$AH!==s&&(this._$AR(),this._$AH=this.O(s))}_(s){this._$AH!==$&&Zi(this._$AH)?this._$AA.nextSibling.data=s:this.T(Ot.createTextNode(s)),this._$AH=s}$(s){let{values:e,_$litType$:t}=s,r=typeof t=="number"?this._$AC(s):(t.el===void 0&&(t.el=Xi.createElement(Aa(t.h,t.h[0]),this.options)),t);if(this._$AH?._$AD===r)this._$AH.p(e);else{let o=new js(r,this),a=o.u(this.options);o.p(e),this.T(a),this._$AH=o}}_$AC(s){let e=Ha.get(s.strings);return e===void 0&&Ha.set(s.strings,e=new Xi(s)),e}k(s){oo(this._$AH)||(this._$AH=[],this._$AR());let e=this._$AH,t,r=0;for(let o of s)r===e.length?e.push(t=new i(this.O(Yi()),this.O(Yi()),this,this.options)):t=e[r],t._$AI(o),r++;r<e.length&&(this._$AR(t&&t._$AB.nextSibling,r),e.length=r)}_$AR(s=this._$AA.nextSibling,e){for(this._$AP?.(!1,!0,e);s!==this._$AB;){let t=xa(s).nextSibling;xa(s).remove(),s=t}}setConnected(s){this._$AM===void 0&&(this._$Cv=s,this._$AP?.(s))}},Rt=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(s,e,t,r,o){this.type=1,this._$AH=$,this._$AN=void 0,this.element=s,this.name=e,this._$AM=r,this.options=o,t.length>2||t[0]!==""||t[1]!==""?(this._$AH=Array(t.length-1).fill(new String),this.strings=t):this._$AH=$}_$AI(s,e=this,t,r){let o=this.strings,a=!1;if(o===void 0)s=It(this,s,e,0),a=!Zi(s)||s!==this._$AH&&s!==ve,a&&(this._$AH=s);else{let l=s,d,f;for(s=o[0],d=0;d<o.length-1;d++)f=It(this,l[t+d],e,d),f===ve&&(f=this._$AH[d]),a||=!Zi(f)||f!==this._$AH[d],f===$?s=$:s!==$&&(s+=(f??"")+o[d+1]),this._$AH[d]=f}a&&!r&&this.j(s)}j(s){s===$?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,s??"")}},Ls=class extends Rt{constructor(){super(...arguments),this.type=3}j(s){this.element[this.name]=s===$?void 0:s}},Ps=class extends Rt{constructor(){super(...arguments),this.type=4}j(s){this.element.toggleAttribute(this.name,!!s&&s!==$)}},Ns=class extends Rt{constructor(s,e,t,r,o){super(s,e,t,r,o),this.type=5}_$AI(s,e=this){if((s=It(this,s,e,0)??$)===ve)return;let t=this._$AH,r=s===$&&t!==$||s.capture!==t.capture||s.once!==t.once||s.passive!==t.passive,o=s!==$&&(t===$||r);r&&this.element.removeEventListener(this.name,this,t),o&&this.element.addEventListener(this.name,this,s),this._$AH=s}handleEvent(s){typeof this._$AH=="function"?this._$AH.call(this.options?.host??this.element,s):this._$AH.handleEvent(s)}},Bs=class{constructor(s,e,t){this.element=s,this.type=6,this._$AN=void 0,this._$AM=e,this.options=t}get _$AU(){return this._$AM._$AU}_$AI(s){It(this,s)}},Ia={M:so,P:ht,A:ro,C:1,L:Oa,R:js,D:Ca,V:It,I:Zt,H:Rt,N:Ps,U:Ns,B:Ls,F:Bs},_h=io.litHtmlPolyfillSupport;_h?.(Xi,Zt),(io.litHtmlVersions??=[]).push("3.3.3");var Ra=(i,s,e)=>{let t=e?.renderBefore??s,r=t._$litPart$;if(r===void 0){let o=e?.renderBefore??null;t._$litPart$=r=new Zt(s.insertBefore(Yi(),o),o,void 0,e??{})}return r._$AI(i),r};var no=globalThis,j=class extends lt{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){let s=super.createRenderRoot();return this.renderOptions.renderBefore??=s.firstChild,s}update(s){let e=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(s),this._$Do=Ra(e,this.renderRoot,this.renderOptions)}connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}render(){return ve}};j._$litElement$=!0,j.finalized=!0,no.litElementHydrateSupport?.({LitElement:j});var xh=no.litElementPolyfillSupport;xh?.({LitElement:j});(no.litElementVersions??=[]).push("4.2.2");var zt=class extends Event{constructor(s,e,t,r){super("context-request",{bubbles:!0,composed:!0}),this.context=s,this.contextTarget=e,this.callback=t,this.subscribe=r??!1}};var Xt=class{constructor(s,e,t,r){if(this.subscribe=!1,this.provided=!1,this.value=void 0,this.t=(o,a)=>{this.unsubscribe&&(this.unsubscribe!==a&&(this.provided=!1,this.unsubscribe()),this.subscribe||this.unsubscribe()),this.value=o,this.host.requestUpdate(),this.provided&&!this.subscribe||(this.provided=!0,this.callback&&this.callback(o,a)),this.unsubscribe=a},this.host=s,e.context!==void 0){let o=e;this.context=o.context,this.callback=o.callback,this.subscribe=o.subscribe??!1}else this.context=e,this.callback=t,this.subscribe=r??!1;this.host.addController(this)}hostConnected(){this.dispatchRequest()}hostDisconnected(){this.unsubscribe&&(this.unsubscribe(),this.unsubscribe=void 0)}dispatchRequest(){this.host.dispatchEvent(new zt(this.context,this.host,this.t,this.subscribe))}};var Us=class{get value(){return this.o}set value(s){this.setValue(s)}setValue(s,e=!1){let t=e||!Object.is(s,this.o);this.o=s,t&&this.updateObservers()}constructor(s){this.subscriptions=new Map,this.updateObservers=()=>{for(let[e,{disposer:t}]of this.subscriptions)e(this.o,t)},s!==void 0&&(this.value=s)}addCallback(s,e,t){if(!t)return void s(this.value);this.subscriptions.has(s)||this.subscriptions.set(s,{disposer:()=>{this.subscriptions.delete(s)},consumerHost:e});let{disposer:r}=this.subscriptions.get(s);s(this.value,r)}clearCallbacks(){this.subscriptions.clear()}};var lo=class extends Event{constructor(s,e){super("context-provider",{bubbles:!0,composed:!0}),this.context=s,this.contextTarget=e}},Jt=class extends Us{constructor(s,e,t){super(e.context!==void 0?e.initialValue:t),this.onContextRequest=r=>{if(r.context!==this.context)return;let o=r.contextTarget??r.composedPath()[0];o!==this.host&&(r.stopPropagation(),this.addCallback(r.callback,o,r.subscribe))},this.onProviderRequest=r=>{if(r.context!==this.context||(r.contextTarget??r.composedPath()[0])===this.host)return;let o=new Set;for(let[a,{consumerHost:l}]of this.subscriptions)o.has(a)||(o.add(a),l.dispatchEvent(new zt(this.context,l,a,!0)));r.stopPropagation()},this.host=s,e.context!==void 0?this.context=e.context:this.context=e,this.attachListeners(),this.host.addController?.(this)}attachListeners(){this.host.addEventListener("context-request",this.onContextRequest),this.host.addEventListener("context-provider",this.onProviderRequest)}hostConnected(){this.host.dispatchEvent(new lo(this.context,this.host))}};function Ji({context:i}){return(s,e)=>{let t=new WeakMap;if(typeof e=="object")return{get(){return s.get.call(this)},set(r){return t.get(this).setValue(r),s.set.call(this,r)},init(r){return t.set(this,new Jt(this,{context:i,initialValue:r})),r}};{s.constructor.addInitializer((a=>{t.set(a,new Jt(a,{context:i}))}));let r=Object.getOwnPropertyDescriptor(s,e),o;if(r===void 0){let a=new WeakMap;o={get(){return a.get(this)},set(l){t.get(this).setValue(l),a.set(this,l)},configurable:!0,enumerable:!0}}else{let a=r.set;o={...r,set(l){t.get(this).setValue(l),a?.call(this,l)}}}return void Object.defineProperty(s,e,o)}}}function de({context:i,subscribe:s}){return(e,t)=>{typeof t=="object"?t.addInitializer((function(){new Xt(this,{context:i,callback:r=>{e.set.call(this,r)},subscribe:s})})):e.constructor.addInitializer((r=>{new Xt(r,{context:i,callback:o=>{r[t]=o},subscribe:s})}))}}var q=i=>(s,e)=>{e!==void 0?e.addInitializer(()=>{customElements.define(i,s)}):customElements.define(i,s)};var Mh={attribute:!0,type:String,converter:Wi,reflect:!1,hasChanged:Vs},kh=(i=Mh,s,e)=>{let{kind:t,metadata:r}=e,o=globalThis.litPropertyMetadata.get(r);if(o===void 0&&globalThis.litPropertyMetadata.set(r,o=new Map),t==="setter"&&((i=Object.create(i)).wrapped=!0),o.set(e.name,i),t==="accessor"){let{name:a}=e;return{set(l){let d=s.get.call(this);s.set.call(this,l),this.requestUpdate(a,d,i,!0,l)},init(l){return l!==void 0&&this.C(a,void 0,i,l),l}}}if(t==="setter"){let{name:a}=e;return function(l){let d=this[a];s.call(this,l),this.requestUpdate(a,d,i,!0,l)}}throw Error("Unsupported decorator location: "+t)};function p(i){return(s,e)=>typeof e=="object"?kh(i,s,e):((t,r,o)=>{let a=r.hasOwnProperty(o);return r.constructor.createProperty(o,t),a?Object.getOwnPropertyDescriptor(r,o):void 0})(i,s,e)}function oe(i){return p({...i,state:!0,attribute:!1})}var Vt=(i,s,e)=>(e.configurable=!0,e.enumerable=!0,Reflect.decorate&&typeof s!="object"&&Object.defineProperty(i,s,e),e);function Qi(i,s){return(e,t,r)=>{let o=a=>a.renderRoot?.querySelector(i)??null;if(s){let{get:a,set:l}=typeof t=="object"?e:r??(()=>{let d=Symbol();return{get(){return this[d]},set(f){this[d]=f}}})();return Vt(e,t,{get(){let d=a.call(this);return d===void 0&&(d=o(this),(d!==null||this.hasUpdated)&&l.call(this,d)),d}})}return Vt(e,t,{get(){return o(this)}})}}function Y(i,s,e){return i?s(i):e?.(i)}var{I:Th}=Ia,Va=i=>i;var qs=i=>i.strings===void 0,Da=()=>document.createComment(""),Qt=(i,s,e)=>{let t=i._$AA.parentNode,r=s===void 0?i._$AB:s._$AA;if(e===void 0){let o=t.insertBefore(Da(),r),a=t.insertBefore(Da(),r);e=new Th(o,a,i,i.options)}else{let o=e._$AB.nextSibling,a=e._$AM,l=a!==i;if(l){let d;e._$AQ?.(i),e._$AM=i,e._$AP!==void 0&&(d=i._$AU)!==a._$AU&&e._$AP(d)}if(o!==r||l){let d=e._$AA;for(;d!==o;){let f=Va(d).nextSibling;Va(t).insertBefore(d,r),d=f}}}return e},_t=(i,s,e=i)=>(i._$AI(s,e),i),Eh={},Fs=(i,s=Eh)=>i._$AH=s,ja=i=>i._$AH,Gs=i=>{i._$AR(),i._$AA.remove()};var ze={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},Ke=i=>(...s)=>({_$litDirective$:i,values:s}),Ce=class{constructor(s){}get _$AU(){return this._$AM._$AU}_$AT(s,e,t){this._$Ct=s,this._$AM=e,this._$Ci=t}_$AS(s,e){return this.update(s,e)}update(s,e){return this.render(...e)}};var es=(i,s)=>{let e=i._$AN;if(e===void 0)return!1;for(let t of e)t._$AO?.(s,!1),es(t,s);return!0},Ws=i=>{let s,e;do{if((s=i._$AM)===void 0)break;e=s._$AN,e.delete(i),i=s}while(e?.size===0)},La=i=>{for(let s;s=i._$AM;i=s){let e=s._$AN;if(e===void 0)s._$AN=e=new Set;else if(e.has(i))break;e.add(i),Sh(s)}};function Hh(i){this._$AN!==void 0?(Ws(this),this._$AM=i,La(this)):this._$AM=i}function Ch(i,s=!1,e=0){let t=this._$AH,r=this._$AN;if(r!==void 0&&r.size!==0)if(s)if(Array.isArray(t))for(let o=e;o<t.length;o++)es(t[o],!1),Ws(t[o]);else t!=null&&(es(t,!1),Ws(t));else es(this,i)}var Sh=i=>{i.type==ze.CHILD&&(i._$AP??=Ch,i._$AQ??=Hh)},Ks=class extends Ce{constructor(){super(...arguments),this._$AN=void 0}_$AT(s,e,t){super._$AT(s,e,t),La(this),this.isConnected=s._$AU}_$AO(s,e=!0){s!==this.isConnected&&(this.isConnected=s,s?this.reconnected?.():this.disconnected?.()),e&&(es(this,s),Ws(this))}setValue(s){if(qs(this._$Ct))this._$Ct._$AI(s,this);else{let e=[...this._$Ct._$AH];e[this._$Ci]=s,this._$Ct._$AI(e,this,0)}}disconnected(){}reconnected(){}};var ho=class extends Ks{host;element;prevData={};eventData={};render(s){return $}update(s,[e]){this.element!==s.element&&(this.element=s.element),this.host=s.options?.host??this.element,this.apply(e),this.groom(e),this.prevData={...e}}apply(s){if(!s)return;let{prevData:e,element:t}=this;for(let[r,o]of Object.entries(s)){if(o===e[r])continue;let a=r.slice(1);switch(r[0]){case"@":this.eventData[a]=o,this.applyEvent(a,o);break;case".":t[a]=o;break;case"?":o?t.setAttribute(a,""):t.removeAttribute(a);break;default:o===null?t.removeAttribute(r):t.setAttribute(r,String(o));break}}}groom(s){let{prevData:e,element:t}=this;if(e)for(let[r,o]of Object.entries(e)){let a=r.slice(1);if(!s||!(r in s)&&t[a]===o)switch(r[0]){case"@":this.groomEvent(a,o);break;case".":t[a]=void 0;break;case"?":t.removeAttribute(a);break;default:t.removeAttribute(r);break}}}applyEvent(s,e){let{prevData:t,element:r}=this;this.eventData[s]=e,t[s]&&r.removeEventListener(s,this,e),r.addEventListener(s,this,e)}groomEvent(s,e){let{element:t}=this;Reflect.deleteProperty(this.eventData,s),t.removeEventListener(s,this,e)}handleEvent(s){let e=this.eventData[s.type];typeof e=="function"?e.call(this.host,s):e.handleEvent(s)}disconnected(){let{eventData:s,element:e}=this;for(let[t,r]of Object.entries(s)){let o=t.slice(1);e.removeEventListener(o,this,r)}}reconnected(){let{eventData:s,element:e}=this;for(let[t,r]of Object.entries(s)){let o=t.slice(1);e.addEventListener(o,this,r)}}},V=Ke(ho);var Ah=R`
	<path d="M5.688 3.5v.438H5.25v.438h-.438V1.313h-.438V.875h-.436V.438H3.5v6.125h2.625v-.438H5.25v-.438h.438v-.438h.438v-.438h.438V3.5z" fill="#b79cf8"/>
	<path d="M3.063.438v.438h-.438v.438h-.437v3.5h-.875v-.438H.438v1.75h.438v.438h2.625V.438z" fill="#ff7fc0"/>
	<path d="M3.938 0h-.875v.438h.875zm-.875.438h-.438v.438h.438z" fill="#000"/>
	<path d="M3.938.438h-.875v.438h.875zm-.875.437h-.438v.438h.438zm0 1.75h-.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M2.188 5.25H1.75v.438h.438z" fill="#ffa5d3"/>
	<path d="M2.625 5.25h-.437v.438h.438zm-1.75.438H.438v.438h.438zm2.625.438H.875v.438H3.5z" fill="#ff1c90"/>
	<path d="M1.75 5.688h-.437v.438h.438zm-.438-.438H.875v.438h.438zm1.313-.875V3.5h-.437v1.313h.438v1.313h.438v-1.75zm.438-3.5v1.313h-.438v.438h.438v1.313h.438V.875z" fill="#ffa5d3"/>
	<path d="M6.125 3.5h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-3.5.875h-.874v.438h.875zm-.875-.438H.438v.438h.875z" fill="#f0f0f0"/>
	<path d="M.875 5.25v-.875H.438v.875z" fill="#f0f0f0"/>
	<path d="M4.813 1.313h-.438v.438h.438z" fill="#cdbafa"/>
	<path d="M2.625 1.313h-.437v1.313h.438z" fill="#f0f0f0"/>
	<path d="M4.375.438h-.437v.438h.438zm.438.438h-.438v.438h.438zM2.625 4.814h-.437v.438h.438zm3.938 0h-.438v.438h.438zm-.875.438v.438H5.25v.438h.875v-.875zm.438.875v.438H.875v.438h5.688v-.875zM.875 6.125H.438v.438h.438zM7 3.062H5.687V3.5H7zm-5.687.876H0v.438h1.313z" fill="#000"/>
	<path d="M.438 6.125V3.938H0v2.188zm6.563-1.313V3.5h-.438v1.313zM2.625.875h-.437v.438h.438zm-.875.438v3.063h-.437v.438h.875V1.313zm3.5 2.188V1.313h-.438v3.063h.438v-.438h.438V3.5z" fill="#000"/>
	<path d="M3.938.875H3.5v.875h.438zm.438 1.75V1.75h-.438V3.5h.438v.438h.438V2.625zm.875 1.75h-.438v.438h.438zm-1.313 0H3.5v1.313h.438zm.875 1.313h-.438v.438h.438zm0-.875h-.438v.438h.438zm.438.438h-.438v.438h.438z" fill="#cdbafa"/>
	<path d="M5.25 6.125v-.438h-.438v.438H3.5v.438h2.625v-.438zm.438-.875H5.25v.438h.438zm.438-.438h-.438v.438h.438z" fill="#816bee"/>
`;function Ys(i={}){return n`<svg
		${V(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Ah}
	</svg>`}var Oh=R`
	<path d="M4.375 1.75v-.437h-.437V.438h-.875v.875h-.438v.438h-.437v.438h.438v.438h.438v.438h.875v-.44h.438v-.437h.438V1.75z" fill="#47baff"/>
	<path d="M4.375 5.25v.438h-.437v.875h-.875v-.875h-.438V5.25h-.437v-.438h.438v-.438h.438v-.436h.875v.438h.438v.438h.438v.438z" fill="#ff2c52"/>
	<path d="M3.063 0v.438h.875V0z" fill="#000"/>
	<path d="M3.063.438v.438h.875V.438z" fill="#f0f0f0"/>
	<path d="M3.063 2.625v.438h.875v-.438z" fill="#4282d8"/>
	<path d="M3.063.438h-.438v.875h.438zM.438 3.063H0v.875h.438zm.875 0v-.438H.438v.438zm1.313-1.75h-.438v.438h.438z" fill="#000"/>
	<path d="M2.625 1.75h-.437v.438h.438zm.438-.438h-.438v.438h.438zm0 2.625v.438h.875v-.437z" fill="#f0f0f0"/>
	<path d="M3.063 6.125v.438h.875v-.438zm0-.875h-.438v.438h.438zm-.438-.438h-.437v.438h.438z" fill="#be0351"/>
	<path d="M3.063 4.375h-.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M3.938 5.688h.438V5.25h-.438zm.438-.438h.438v-.438h-.438zm-.438-.438h.438v-.438h-.438z" fill="#be0351"/>
	<path d="M3.5 1.75h-.437v.438h.438z" fill="#f0f0f0"/>
	<path d="M4.375 2.188h-.437v.438h.438zm.438-.438h-.438v.438h.438z" fill="#4282d8"/>
	<path d="M5.25 4.375h.438v-.437h.875v-.875h-.875v-.438H5.25v-.437h-.438v.438h-.438v.438h-.436v.875h.438v.438h.438v.438h.438z" fill="#C7C7C7"/>
	<path d="M6.563 3.063h-.438v.875h.438z" fill="#707070"/>
	<path d="M5.25 2.625v-.437h-.438v.438zm-.438.438v-.438h-.438v.438z" fill="#fff"/>
	<path d="M4.813 4.375v-.437h-.438v.438zm-.438-.438V3.5h-.437v.438zm1.313.438v-.437H5.25v.438zm-.438.438v-.438h-.438v.438z" fill="#707070"/>
	<path d="M1.75 4.375h-.437v-.437H.438v-.875h.875v-.438h.438v-.437h.438v.438h.438v.438h.438v.875h-.44v.438h-.437v.438H1.75z" fill="#C7C7C7"/>
	<path d="M.438 3.938h.438v-.875H.438z" fill="#fff"/>
	<path d="M2.625 3.938h.438v-.875h-.438z" fill="#707070"/>
	<path d="M2.188 2.625v-.437H1.75v.438zm-.438.438v-.438h-.437v.438zm.438.438v-.438H1.75v.438z" fill="#fff"/>
	<path d="M2.625 4.375v-.437h-.437v.438zm-.438.438v-.438H1.75v.438z" fill="#707070"/>
	<path d="M2.188 1.75H1.75v.438h.438zm.438.438h-.438v.438h.438zm.438.438h-.439v.438h.438zm.875.438h-.876v.875h.875zm.438.875h-.439v.438h.438zm.438.438h-.438v.438h.438zM1.75 2.188h-.437v.438h.438zm2.188 4.813v-.438h-.875v.438zm-.875-1.313h-.438v.875h.438zM.438 3.938v.438h.875v-.438zm2.188 1.313h-.438v.438h.438zm-.438-.438H1.75v.438h.438zm-.438-.438h-.437v.438h.438zm2.188-3.063h.438V.438h-.438zm2.625 2.625h.438v-.874h-.438zm0-.875v-.437h-.875v.438zM4.375 1.749h.438v-.436h-.438zm.438.438h.438V1.75h-.438zm-.438.438h.438v-.437h-.438zm-.437.438h.438v-.438h-.438zM2.625 4.376h.438v-.438h-.438zm-.438.438h.438v-.438h-.437z" fill="#000"/>
	<path d="M4.813 2.188h.438V1.75h-.438zm.438.438h.438v-.438h-.438zM3.938 6.564h.438v-.875h-.438zm1.75-2.625v.438h.875v-.439zm-1.313 1.75h.438v-.438h-.438zm.438-.438h.438v-.438h-.438zm.438-.438h.438v-.438h-.438z" fill="#000"/>
`;function Zs(i={}){return n`<svg
		${V(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Oh}
	</svg>`}var Ih=R`
	<path d="M6.125 3.063v-.438h-.438v.438H4.374v-.438h-.436V1.313h.438V.875H3.063v1.75h-.438v.438H.438v.875h.438v.438h.438v-.438h1.313v.438h.438v1.313h-.44v.438h.438v.438h.875v-.438h.438v-.438h-.438V4.376h.438v-.438h1.313v.438h.438v-.438h.438v-.875z" fill="#ffb84b"/>
	<path d="M3.938 0h-.875v.438h.875zM2.625.875H1.313v.438h1.313zm-1.312.438H.875v1.313h.438zm1.75 0h-.438v1.313h.438zm1.313 0h-.438v1.313h.438zm1.75 0h-.438v1.313h.438zM5.688.875H4.375v.438h1.313zm-3.063 1.75H1.313v.438h1.313zm3.063 0H4.375v.438h1.313zM3.063.438h-.438v.438h.438z" fill="#000"/>
	<path d="M2.625 1.313h-.437v.438h.438zm-.437.437H1.75v.438h.438zm3.5-.438H5.25v.438h.438zm-.438.438h-.438v.438h.438zm.438 2.625H5.25v.438h.438zm-.438.438h-.438v.438h.438zm-2.625-.438h-.437v.438h.438zm-.438.438H1.75v.438h.438z" fill="#57595f"/>
	<path d="M4.375.438h-.437v.438h.438zM.438 3.063H0v.875h.438z" fill="#000"/>
	<path d="M2.188 1.75v.438h-.875v.438h1.313V1.75zm3.063 0v.438h-.875v.438h1.313V1.75zM2.188 4.813v.438h-.875v.438h1.313v-.875zm3.063 0v.438h-.875v.438h1.313v-.875z" fill="#35363a"/>
	<path d="M.875 3.938H.438v.438h.438zm0-1.313H.438v.438h.438zM7 3.063h-.438v.875H7z" fill="#000"/>
	<path d="M6.563 3.063h-.438v.875h.438z" fill="#ba3500"/>
	<path d="M.875 3.063H.438v.875h.438z" fill="#f0f0f0"/>
	<path d="M6.563 2.625h-.438v.438h.438zm0 1.313h-.438v.438h.438z" fill="#000"/>
	<path d="M6.125 3.938h-.438v.438h.438zm-3.062 0h-.438v.438h.438zm-1.75 0H.875v.438h.438zm3.063 0h-.438v.438h.438z" fill="#ba3500"/>
	<path d="M3.938 6.563h-.875v.438h.875zm-1.313-.875H1.313v.438h1.313zM1.312 4.375H.875v1.313h.438zm1.75 0h-.437v1.313h.438zm1.313 0h-.437v1.313h.438zm1.75 0h-.438v1.313h.438zm-.438 1.313H4.374v.438h1.313zm-3.062-1.75H1.313v.438h1.313zm3.063 0H4.375v.438h1.313z" fill="#000"/>
	<path d="M2.625 3.5H1.313v.438h1.313zm3.063 0H4.375v.438h1.313z" fill="#ba3500"/>
	<path d="M3.063 6.125h-.438v.438h.438zm1.313 0h-.438v.438h.438z" fill="#000"/>
	<path d="M3.938 6.125h-.875v.438h.875z" fill="#ba3500"/>
	<path d="M3.938.438h-.875v.438h.875zm-.875.437h-.438v.438h.438V.438Z" fill="#f0f0f0"/>
	<path d="M4.375 5.688h-.437v.438h.438z" fill="#ba3500"/>
	<path d="M2.188 1.313h-.875v.875h.438V1.75h.438zm3.063 0h-.875v.875h.438V1.75h.438zM2.188 4.376h-.875v.875h.438v-.438h.438zm3.063 0h-.875v.875h.438v-.438h.438z" fill="#d8d8d8"/>
	<path d="M3.938 2.188V1.75H3.5V.875h-.437v1.313zm0 .438H3.5v.438h-.437v.438h-.438v.438h.438v.875h.438v1.313h.438v-1.75H3.5V3.5h.875v-.437h-.437zm2.188.438h-.438v.438h.438zm-3.063-.439h-.438v.438h.438zm-1.75.438H.875v.438h.438zm.875 0H1.75v.438h.438z" fill="#fd6214"/>
`;function Xs(i={}){return n`<svg
		${V(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Ih}
	</svg>`}var Rh=R`
	<path d="M5.688 2.625V1.75H5.25V.438h-.438v.438h-.438v.438h-.436v.438H3.5v.438H1.313v.438H.875v.875H.438v1.75h.438v.438h.438v.438h.438v.438h3.5v-.438h.438v-.438h.438V2.625z" fill="#fd6214"/>
	<path d="M0 3.5v1.75h.438V3.5zm6.563.438v1.313h.438V3.938zm-.438-1.313v1.313h.438V2.625zm-.438-.875v.875h.438V1.75z" fill="#000"/>
	<path d="M6.125 3.938v1.313h.438V3.938zm-.438-1.313v1.313h.438V2.625zm-.438-.875v.875h.438V1.75z" fill="#ba3500"/>
	<path d="M.438 2.625V3.5h.438v-.875zm2.625-1.313h-.438v.438h.438zm.875 0H3.5v.438h.438zM3.5 1.75h-.437v.438h.438zm-2.625.438v.438h.438v-.438zM.437 5.251v.438h.438v-.438zm.438.438v.438h.438v-.438zm.438.438v.438h.438v-.438zm4.813-.875v.438h.438v-.438zm-.438.438v.438h.438V5.69zm-.438.438v.438h.438v-.438zm-3.5.438v.438h3.5v-.438zM1.313 1.75v.438h.438V1.75zm.438-.438v.438h.438v-.437zm.438-.438v.438h.438V.875zm1.75 0v.438h.438V.875zm.438-.438v.438h.438V.438zm.438-.438v.438h.438V0z" fill="#000"/>
	<path d="M4.813.438v.438h.438V.438zm-.438.438v.438h.438V.875zm-.437.437v.438h.438v-.438zM3.5 1.75v.438h.438V1.75zm-1.312-.437v.438h.438v-.438zm-.438.437v.438h.438V1.75zm.875 0v.438h.438V1.75z" fill="#f0f0f0"/>
	<path d="M2.188 1.75v.438h.438V1.75z" fill="#fd6214"/>
	<path opacity=".5" d="M4.813 1.75v.438h.438V1.75zm.438 2.188V3.5h-.438v-.875h-.438v.438h-.437v.438H2.625v-.438h-.437v.875h-.875v.875h.438v.875h.438v.438h2.625v-.438h.438v-.875h.438v-.875z" fill="#fff"/>
	<path d="M1.313 2.188v.438h.438v-.438zm-.438.437V3.5h.438v-.875zm.875.875v.438h.438V3.5z" fill="#f0f0f0"/>
	<path d="M.875 5.25v.438h.438V5.25zm.438.438v.438h.438v-.438zm3.938 0v.438h.438v-.438zm.438-.438v.438h.438V5.25zm-3.938.875v.438h3.5v-.438z" fill="#ba3500"/>
	<path d="M.438 3.5v.875h.438V3.5zm4.375.875h-.438v-.437h-1.75v.438h-.437v.875h.438v.438h1.75v-.438h.438z" fill="#f0f0f0"/>
	<path d="M5.25.438v1.313h.438V.438z" fill="#000"/>
`;function Js(i={}){return n`<svg
		${V(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Rh}
	</svg>`}var Vh=R`
	<path d="M6.563.875h-.438V.438H4.812v1.313h-.438V.875h-.436V.438h-.875v.438h-.438v.875h-.437V.438H.875v.438H.438v1.75h.438v.438h.875v.438h.438v.875h.438v.438h.438v.438h.875v-.438h.438v-.438h.438V3.5h.438v-.437h.875v-.438h.438z" fill="#ff7fc0"/>
	<path d="M3.938 0h-.875v.438h.875zm-1.75 0H.875v.438h1.313zm3.938 0H4.813v.438h1.313zm.438.438h-.438v.438h.438zm.438.438h-.438v1.75h.438zM4.377.438h-.439v.438h.438v.875h.438V.438zm-2.189 0v1.313h.438V.875h.438V.438zm-1.313 0H.438v.438h.438zM.438.875H0v1.75h.438zm.438 1.75H.438v.438h.438zm.875.438H.875v.438h.875zm4.375 0h-.875v.438h.875zm.438-.438h-.438v.438h.438zM5.251 3.938V3.5h-.438v.875h1.75v-.437zM1.75 3.5v.438H.438v.438h1.75V3.5zm-1.313.875H0v1.75h.438zm.438 1.75H.438v.438h.438zm5.25.438H.875v.438h5.25zm.438-.438h-.438v.438h.438zm.438-1.75h-.438v1.75h.438zm-4.376 0h-.437v.438h.438zm.438.438h-.438v.438h.438zm1.313 0h-.438v.438h.438zm.438-.438h-.438v.438h.438zm-.875.875h-.876v.438h.875z" fill="#000"/>
	<path d="M4.813 4.375v.438h-.438v.438h-.437v.438h-.875v-.438h-.438v-.438h-.437v-.438H.438v1.75h.438v.438h5.25v-.438h.438v-1.75z" fill="#6be473"/>
	<path d="M1.75 5.25h-.437v.438h.438zm-.438-.438H.875v.438h.438zM5.25 6.125v-.438h-.438v.438h-.874v-.438h-.875v.438h-.875v-.438H1.75v.438H.875v.438h5.25v-.438zm.438-.875H5.25v.438h.438zm.438-.438h-.438v.438h.438zm.438.875h-.438v.438h.438z" fill="#008456"/>
	<path d="M2.625 3.938h-.437v.438h.438zm.438.438h-.438v.438h.438zm1.313 0h-.438v.438h.438zm.438-.438h-.438v.438h.438zm.438-.875h-.438v.438h.438zm.875-.438h-.438v.438h.438zm.438-.875h-.438v.875h.438zM3.94 4.813h-.877v.438h.875z" fill="#ff1c90"/>
	<path d="M4.375 5.25h-.437v.438h.438zm.438-.438h-.438v.438h.438zm.438-.438h-.438v.438h.438zm-4.813.001v.875h.438v-.438h1.313v-.438zm.438-3.5H.438v.875h.438zM2.189.437H.875v.438h1.313zm.875.438h-.439v.438h.438zm.875-.438h-.876v.438h.875zm1.313 0h-.438v.875h.438V.875h.875V.438z" fill="#f0f0f0"/>
`;function Qs(i={}){return n`<svg
		${V(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Vh}
	</svg>`}var Dh=R`
	<path d="M3.063.875v.438h.875V.875zm.875-.438v.438h1.75V.438zm1.75.438v.438h.438V.875zm.438.438v.438h.438v-.438zm.438.438v2.188h.438V1.75zm-.438 2.188v.875h.438v-.876zm-.438.875v.438h.438v-.438zm-.875.438v.438h.875v-.438zm-.875.438v.438h.875V5.69zm-.875.438v.438h.875v-.438z" fill="#000"/>
	<path d="M6.563 1.75h-.438v-.437h-.438V.875H3.938v.438h-.875V.875h-1.75v.438H.875v.438H.438v2.188h.438v.875h.438v.438h.875v.438h.875v.438h.875V5.69h.875v-.438h.875v-.438h.438v-.876h.438z" fill="#ff7fc0"/>
	<path d="M6.563 1.75h-.438v2.188h.438zm-.438 2.188h-.438v.875h.438zm-4.812 0H.875v.875h.438zm4.375.875h-.875v.438h.875zm-.875.438h-.875v.438h.875zm-.875.438h-.875v.438h.875zm-.875-.438h-.875v.438h.875zm-.875-.438h-.875v.438h.875z" fill="#ff1b90"/>
	<path d="M1.313.438v.438h1.75V.438zM.875.875v.438h.438V.875zm-.437.438v.438h.438v-.438zM0 1.75v2.188h.438V1.75zm.438 2.188v.875h.438v-.875zm.438.875v.438h.438v-.438zm.438.438v.438h.875v-.438zm.875.438v.438h.875v-.438z" fill="#000"/>
	<path d="M1.313.875v.438h1.75V.875zm2.625 0v.438h1.75V.875zm-.875.438v.438h.875v-.438z" fill="#f0f0f0"/>
	<path opacity=".6" d="M4.813 2.625v-.437h-.875v.438h-.875v-.438h-.875v.438H1.75v1.313h.438v.438h.879v.438h.875v-.438h.871v-.439h.438V2.625z" fill="#fff"/>
	<path d="M5.688 1.313v.438h.438v-.438zm-4.813 0v.438h.438v-.438zm.438.438v.438h.438V1.75zM.438 1.75v.875h.438V1.75z" fill="#f0f0f0"/>
`;function er(i={}){return n`<svg
		${V(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Dh}
	</svg>`}var jh=R`
	<path d="M6.125 2.625v.438H4.812v-.438h-.438v-.437h-.436V.875h.438V.438H.438v.438h.875v.438h.438v.438h.875v.875h-.438v.438H1.75v.875h-.437v.875H.875v.875H.438v.875h1.313v-.438h.875v-.438h.438v-.438h.438v-.438h.875v-.438h.438v-.437h.438v.438h.438v.438h.438v.438h.438V2.625z" fill="#ffe361"/>
	<path d="M6.125 0H4.812v.438h1.313zM1.75 6.563H.438v.438h1.313zm.875-.438H1.75v.438h.875zM1.313.875H.438v.438h.875zm.438.875v.438h.438v.438h.438V1.75zm0 1.313h-.438v.875h.438zm-.438.875H.875v.875h.438zm-.438.875H.438v.875h.438zm-.438.875H0v.875h.438zm3.938-.875H3.5v.438h.875zm0-4.813H.438v.438h3.938z" fill="#000"/>
	<path d="M4.375.438H.438v.438h3.938z" fill="#f0f0f0"/>
	<path d="M6.125 2.625H4.812v.438h1.313zM4.812.437h-.438v.438h.438z" fill="#000"/>
	<path d="M4.813.875h-.438v.875h.438zM6.126.437H4.813v.438h1.313z" fill="#f0f0f0"/>
	<path d="M6.125 2.188H4.812v.438h1.313z" fill="#ba3500"/>
	<path d="M.438.438H0v.438h.438zm1.313.875h-.438v.438h.438zm.438 1.313H1.75v.438h.438zM6.564.438h-.438v.438h.438zm.438.438h-.438v1.313h.438z" fill="#000"/>
	<path d="M6.563.875h-.438v1.313h.438z" fill="#ba3500"/>
	<path d="M7 2.625h-.438V5.25H7z" fill="#000"/>
	<path d="M6.563 2.625h-.438V5.25h.438z" fill="#ffb84b"/>
	<path d="M6.563 2.188h-.438v.438h.438zM4.375.875h-.437v1.313h.438zm.438 1.313h-.438v.438h.438z" fill="#000"/>
	<path d="M4.813 1.75h-.438v.438h.438z" fill="#ba3500"/>
	<path d="M3.063 5.688h-.438v.438h.438z" fill="#000"/>
	<path d="M4.375 3.063v.438h-.437v.438H3.5v.438h-.437v.438h-.438v.438h-.437v.438H1.75v.438h.875v-.438h.438v-.438h.438v-.438h.875v-.438h.438V3.063zM1.75 6.126h-.437v.438h.438z" fill="#ffb84b"/>
	<path d="M3.5 5.25h-.437v.438h.438z" fill="#000"/>
	<path d="M2.188 3.063H1.75v.438h.438zm.438-.438h-.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M3.063 2.188h-.438v.438h.438zm.438-.438h-.438v.438h.438z" fill="#ffb84b"/>
	<path d="M2.625 3.5h-.437v.438h.438zm-.875.438h-.437v.438h.438zm-.438.875H.875v.438h.438zm-.438.875H.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M4.813 4.375h-.438v.438h.438zm.438-.438h-.438v.438h.438zm.438.438h-.438v.438h.438zm.438.438h-.438v.438h.438zm.438.438h-.438v.438h.438z" fill="#000"/>
	<path d="M6.125.875H4.812v1.313h1.313z" fill="#fd6214"/>
`;function tr(i={}){return n`<svg
		${V(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${jh}
	</svg>`}var Lh=R`
	<path d="M6.563 0.876V0.437H3.937v0.437H1.313v2.187H0.437v2.187h5.25v-2.186h0.876z" fill="#bcef42"/>
	<path d="M4.813 5.687v-0.437H2.187v0.437z" fill="#7fb134"/>
	<path d="M6.563 0.876V0.437H3.937v0.437zm-2.626 0.437V0.876H2.187v0.437z" fill="#fff"/>
	<path d="M1.313 4.813v0.437h0.876v-0.437zm4.376 -0.437h-0.437v0.876h0.437zm0.876 -2.187h-0.437v0.876h0.437zm-0.437 0.876h-0.437v1.313h0.437z" fill="#7fb134"/>
	<path d="M7 0.437h-0.437v2.626H7z" fill="#000"/>
	<path d="M1.313 3.937H0.876v2.626h0.437z" fill="#4a8359"/>
	<path d="M6.563 0H3.937v0.437h2.626zM4.813 5.687H2.187v0.437h2.626zM3.937 0.437H2.187v0.437h1.75zM2.187 0.876h-0.874v0.437h0.876zm-0.874 0.437H0.876v0.876h0.437zM0.437 3.063H0v2.187h0.437v1.313h0.437V5.25H0.437zh0.437v-0.876H0.437zm5.25 2.187h-0.876v0.437h0.876zm0.437 -0.876h-0.437v0.876h0.437zh0.437V3.063h-0.437zM1.75 5.687h0.437v-0.437h-0.874v1.313h0.437zm-0.437 0.876H0.876V7h0.437z" fill="#000"/>
	<path d="M0.876 3.063h0.437v-0.876H0.876zm-0.438 0.874h0.437v-0.874H0.437zm1.75 -2.626h-0.874v0.876h0.437v-0.437h0.437z" fill="#fff"/>
	<path d="M1.75 3.5h0.876v-0.437h-0.876zm0.876 -0.437h0.876v-0.437h-0.876zm0.876 -0.437h0.876v-0.438H3.5zm0.876 -0.437h0.437v-0.438h-0.437zm0.437 -0.437h0.437v-0.438H4.814z" fill="#4a8359"/>
	<path d="M2.187 1.75v0.437h0.437v-0.437z" fill="#fff"/>
	<path d="M1.313 3.5v0.437h0.437V3.5z" fill="#4a8359"/>
`;function ir(i={}){return n`<svg
		${V(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Lh}
	</svg>`}var Ph=R`
	<path d="M2.188 2.625H1.75v.438H.875v.875H3.5v.875h-.437v.438h-.438v.438h-.437v.438H1.75v.438h.875v-.438h.438v-.438h.438v-.438h.438v-.438h.875v-.438h.438v-.437h.875v-.875H3.063v-.438h.438v-.437h.438V1.75h.438v-.437H3.5v.438h-.437v.438h-.875z" fill="#ffe361"/>
	<path d="M.438 3.063H0v.875h.438z" fill="#000"/>
	<path d="M.875 3.063H.438v.875h.438z" fill="#f0f0f0"/>
	<path d="M7 3.063h-.438v.875H7zm-5.687-.438H.438v.438h.875zm1.313-.875H1.75v.438h.875zm-.876.438h-.437v.438h.438z" fill="#000"/>
	<path d="M1.75 2.625h-.437v.438h.438zm.438-.438H1.75v.438h.438zm.438.438h-.438v.438h.438zm.438-.875h-.439v.438h.438zm.438-.438h-.439v.438h.438zm0 3.063h-.439v.438h.438zm-.438.438h-.439v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438H1.75v.438h.438zm-.438.438h-.437v.438h.438z" fill="#f0f0f0"/>
	<path d="M5.25.875h-.438v.438h.438zm.438 3.063H5.25v.438h.438zm-.438.438h-.438v.438h.438zm-.875.438h-.437v.438h.438zm-.438.438H3.5v.438h.438zm2.625-1.75h-.438v.438h.438z" fill="#ffb84b"/>
	<path d="M6.563 3.063h-.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M4.813 1.313h-.438v.438h.438zm-.438.438h-.437v.438h.438zm-.437.437H3.5v.438h.438zm-.438.437h-.437v.438h.438z" fill="#ffb84b"/>
	<path d="M4.375.875h-.437v.438h.438z" fill="#f0f0f0"/>
	<path d="M3.938.875h-.875v.438h.875zm-.875.438h-.438v.438h.438zM5.688 0H4.375v.438h1.313z" fill="#000"/>
	<path d="M5.688.438H4.375v.438h1.313z" fill="#f0f0f0"/>
	<path d="M6.563 2.625H3.5v.438h3.063zM4.375.437h-.437v.438h.438zm1.75 0h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.435v.438h.438zm2.188 1.75h-.875v.438h.875zm-1.313.875h-.875v.438h.875zm.438-.438h-.438v.438h.438zm-1.75 1.313h-.873v.438h.875zm.438-.438h-.436v.438h.438zm-1.75 1.313H1.313v.438h1.313zm.875-2.625H.438v.438h3.063zm-.438 2.188h-.436v.438h.438zm-1.75 0H.875v.438h.438zm.438-.438h-.436v.438h.438zm.438-.438H1.75v.438h.438zm.438-.438h-.437v.438h.438zm.438-.438h-.438v.438h.438z" fill="#000"/>
	<path d="M4.813.875h-.438v.438h.438z" fill="#ffe361"/>
`;function sr(i={}){return n`<svg
		${V(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Ph}
	</svg>`}var Nh=R`
	<path d="M6.125 1.75v-.437H5.25V.438H3.5v.438h-.437v.438h-.438V.875H1.313v.438H.875v1.75H.438v1.313h.438v-.438h.438V3.5h2.188v-.875h.438v-.437h2.188v.438h.438V1.75z" fill="#b79cf8"/>
	<path d="M3.938 2.625v.438H3.5v.875h.438v.875h.875v.438h1.313v-.438h.438V2.625z" fill="#9af4dc"/>
	<path d="M1.75 4.375v1.75h.438v.438h1.313v-.438h.438v-1.75z" fill="#9af4dc"/>
	<path d="M3.5 6.125H2.188v.438h1.313zm2.625-1.313H4.812v.438h1.313zm.438-.438h-.438v.438h.438zM3.938 5.687H3.5v.438h.438z" fill="#6c9ca6"/>
	<path d="M3.938 3.063H3.5v.438h.438zm.875.438h-.438v.438h.438zm1.313-.875H3.938v.438h2.188z" fill="#f0f0f0"/>
	<path d="M3.5.438h-.437v.438h.438zm3.063.875h-.438v.438h.438zm-.438 2.188h-.438v.875h.438zm-2.187-.876H3.5v.438h.438z" fill="#000"/>
	<path d="M3.938 2.188H3.5v.438h.438z" fill="#816bee"/>
	<path d="M1.313 3.938H.875v.438h.438zm1.75 1.75h-.438v.438h.438zm-.438-.438h-.437v.438h.438z" fill="#000"/>
	<path d="M2.625 5.25h-.437v.438h.438zm3.063-.875H5.25v.438h.438zm-.438-.438h-.438v.438h.438zM2.187 6.125H1.75v.438h.438zm1.75 0H3.5v.438h.438zM.874 4.375H.438v.438h.438zm.438 1.75H.875v.438h.438zm-.438.438H.438v.438h.438zM6.563 1.75v.875h-.438v.438h.438v1.75h.438V1.75zM5.688.875V.438H5.25v.875h.875V.875zM2.625.438H1.313v.438h1.313zm3.063 2.625H4.375v.438h1.313zM3.063 4.376H1.75v.438h1.313zm.438 2.188H2.188v.438h1.313zM3.063.875h-.438v.438h.438zm-1.75 0H.875v.438h.438z" fill="#000"/>
	<path d="M2.625.875H1.313v.438h1.313zm.438.438h-.438v.438h.438zm-1.313.875h-.437v.438h.438zm-.875.875H.438v.438h.438zm.438-1.75H.875v.438h.438z" fill="#f0f0f0"/>
	<path d="M6.125 5.25H4.812v.438h1.313zm-1.75-.438V3.5h-.437v.438H3.5v.438h.438v1.75h.438v-.875h.438v-.438zm2.188 0h-.438v.438h.438zM.875 1.313H.438v1.75h.438zm-.437 1.75H0v1.313h.438zm1.313 1.75h-.438v1.313h.438zm1.75 0h-.438v.875h.438zm-3.063 0H0v1.75h.438zM5.25 0H3.5v.438h1.75z" fill="#000"/>
	<path d="M3.5.875h-.437v.438h.438zM5.25.437H3.5v.438h1.75z" fill="#f0f0f0"/>
	<path d="M6.125 2.188H3.938v.438h2.188z" fill="#000"/>
	<path d="M6.125 1.75v-.437h-.438v.438H3.938v.438h2.188v.438h.438V1.75z" fill="#816bee"/>
	<path d="M2.188 4.813H1.75v.438h.438z" fill="#f0f0f0"/>
	<path d="M3.063 2.625v.438h-1.75v.438h2.188v-.876z" fill="#816bee"/>
	<path d="M3.063 3.063v.438h-1.75v.438h2.188v-.876z" fill="#000"/>
	<path d="M1.313 3.5H.875v.438h.438zm-.438.438H.438v.438h.438z" fill="#816bee"/>
	<path d="M1.313 3.938v.438H.875v.438H.438v1.75h.438v-.438h.438V4.813h.438v-.438h1.75v-.437z" fill="#9af4dc"/>
	<path d="M1.313 4.375H.875v.438h.438zm-.438.438H.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M1.313 5.688H.875v.438h.438zm-.438.438H.438v.438h.438z" fill="#6c9ca6"/>
	<path d="M3.5 3.938H1.313v.438h2.188z" fill="#f0f0f0"/>
`;function rr(i={}){return n`<svg
		${V(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Nh}
	</svg>`}var Bh=R`
	<path d="M6.125 2.188v-.875h-.438V.875h-.438V.438h-.875v.438h.438v.438h.438v1.75h-.438v.438h-.438v.438H2.625V3.5h-.437v-.437H1.75v-1.75h.438V.875h.438V.438H1.75v.438h-.437v.438H.875v.875H.438v2.625h.438v.875h.438v.438h.875v.438h2.625v-.438h.875v-.438h.438v-.875h.438V2.188z" fill="#b79cf8"/>
	<path d="M2.625 0H1.75v.438h.875zM.875 1.313H.438v.875h.438zm1.313 0H1.75v1.75h.438zm2.188 2.188H2.625v.438h1.75z" fill="#000"/>
	<path d="M4.375 3.938h-1.75v.438h1.75z" fill="#f0f0f0"/>
	<path d="M.438 2.188H0v2.625h.438zm4.375 4.375H2.188v.438h2.625z" fill="#000"/>
	<path d="M.875 4.375H.438v.438h.438zm4.813.875h-.875v.438H2.188V5.25h-.875v-.438H.875v.875h.438v.438h.875v.438h2.625v-.438h.875v-.438h.438v-.875h-.438zm.875-.875h-.438v.438h.438z" fill="#816bee"/>
	<path d="M1.75.438h-.437v.438h.438zm-.437.437H.875v.438h.438z" fill="#000"/>
	<path d="M2.625.438H1.75v.438h.875zM1.75.875h-.437v.438h.438zm-.437.438H.875v.438h.438zm-.438.875H.438v.438h.438zm.438.438H.875v.438h.438zm.875.438H1.75v.438h.438zm.438.438h-.438v.438h.438zm2.625-.438h-.438v.438h.438zM4.813.439h-.438v.438h.438zm0 3.063h-.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M3.063.438h-.438v.438h.438zm-.438.437h-.437v.438h.438zm0 2.188h-.437v.438h.438zm-1.75 1.75H.438v.875h.438zm.438.875H.875v.438h.438zM5.251 0h-.875v.438h.875zm.438 6.125h-.875v.438h.875zm-3.5 0h-.876v.438h.875zm4.374-4.812h-.438v.875h.438zm-1.313 0h-.438v1.75h.438zM7 2.188h-.438v2.625H7zM5.687.438h-.438v.438h.438zm.438.438h-.438v.438h.438zM4.375.438h-.437v.438h.438zm.438.438h-.438v.438h.438zm0 2.188h-.438v.438h.438zm1.75 1.75h-.438v.875h.438zm-.438.875h-.438v.438h.438z" fill="#000"/>
	<path d="M2.188.875H1.75v.438h.438z" fill="#b79cf8"/>
`;function or(i={}){return n`<svg
		${V(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Bh}
	</svg>`}var Uh=R`
	<path d="M4.813 5.25v-.875h-.438v-.437h-1.75v.438h-.437v.875H1.75v1.313h3.5V5.251z" fill="#ffe361"/>
	<path d="M6.125 1.313V.875H5.25V.438h-3.5v.438H.875v.438H.438v2.625h.438v.438h.875v-.439h3.5v.438h.875v-.438h.438V1.313z" fill="#ff2c52"/>
	<path d="M5.25 0h-3.5v.438h3.5z" fill="#000"/>
	<path d="M5.25.438h-3.5v.438h3.5zm-3.5.437H.875v.438h.875zm4.375 0H5.25v.438h.875z" fill="#fff"/>
	<path d="M5.25 6.563h-3.5v.438h3.5zM.438 1.313H0v2.625h.438zM1.751.438H.875v.438h.875z" fill="#000"/>
	<path d="M.875 3.063v-1.75H.438v2.625h.875v-.875z" fill="#fff"/>
	<path d="M6.563 1.313h-.438v2.625h.438z" fill="#be0351"/>
	<path d="M6.563 2.625h-.875V3.5h.875zM5.25.875h-.875v.875h.875z" fill="#fff"/>
	<path opacity=".5" d="M6.563 2.625h-.438V3.5h.438z" fill="#be0351"/>
	<path d="M4.375 3.063h-1.75v.438h1.75zm.875.438h-.875v.438h.875zM2.625 3.5H1.75v.438h.875z" fill="#be0351"/>
	<path d="M2.625 4.375h-.437v.875h.438z" fill="#fff"/>
	<path d="M4.813 4.375h-.438v.875h.438zm0 .875v.875H1.75v.438h3.5V5.25z" fill="#ffb84b"/>
	<path d="M2.188 5.25H1.75v.875h.438z" fill="#fff"/>
	<path d="M1.75 3.938H.875v.438h.875zm4.375 0H5.25v.438h.875z" fill="#be0351"/>
	<path d="M3.5 2.625h-.875V3.5H3.5z" fill="#fff"/>
	<path opacity=".5" d="M3.5 3.063h-.875v.438H3.5z" fill="#be0351"/>
	<path d="M4.375 3.5h-1.75v.438h1.75z" fill="#000"/>
	<path d="M4.375 3.938h-1.75v.438h1.75z" fill="#fff"/>
	<path d="M.875.875H.438v.438h.438z" fill="#000"/>
	<path d="M2.188 1.313H1.75v.438h.438z" fill="#fff"/>
	<path d="M1.75 5.25h-.437v1.313h.438zm.438-.875h.438v-.437H1.75v.438H.875v.438h.875v.438h.438zM.875 3.938H.438v.438h.438zM7 1.313h-.438v2.625H7zM6.125.438H5.25v.438h.875zm.438.438h-.438v.438h.438zm-.438 3.5H5.25v-.438h-.875v.438h.438v.875h.438v1.313h.438V5.251h-.438v-.438h.875zh.438v-.438h-.438z" fill="#000"/>
`;function ar(i={}){return n`<svg
		${V(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Uh}
	</svg>`}var qh=R`
	<path d="M6.125 3.063v-.438H5.25v-.437h-.438V1.75h-.438V.875h-.436V.438h-.875v.438h-.438v.875h-.437v.438H1.75v.438H.875v.438H.438v.875h.438v.438h.875v.438h.438v.438h.438v.875h.438v.438h.875v-.438h.438v-.875h.438v-.438h.438v-.438h.875v-.44h.438v-.875z" fill="#47baff"/>
	<path d="M4.813 3.063h-.875v-.438h-.875v.438h-.875v.875h.875v.438h.875v-.438h.875z" fill="#b5e3ff"/>
	<path d="M1.313 0H.438v.438h.875zm.875.438h-.875v.438h.875zm-.438 1.75H.875v.438h.875zM.438.438H0v.875h.438z" fill="#000"/>
	<path d="M1.313.438H.438v.875h.438V.875h.438z" fill="#f0f0f0"/>
	<path d="M.438 3.063H0v.875h.438zM7.001.438h-.438v.875h.438zm-.438.875h-.438v.875h.438zm-5.688 0H.438v.875h.438zm1.75-.438h-.437v.875h.438zm2.188 0h-.438v.875h.438zM3.063.438h-.438v.438h.438z" fill="#000"/>
	<path d="M3.063.875h-.438v.438h.438zm.438.438h-.438v.438h.438zm-1.313.875H1.75v.438h.438zm-.875.437H.875v.438h.438zm-.438.438H.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M1.313 6.563v-.438h.875V5.25H1.75v-.438H.875v.875H.438v.875z" fill="#b79cf8"/>
	<path d="M.875 5.688H.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M2.188 1.75H1.75v.438h.438z" fill="#000"/>
	<path d="M2.188.875H.875v1.313h.875V1.75h.438zm3.938 1.313V.875H4.813v.875h.438v.438z" fill="#b79cf8"/>
	<path d="M2.188.875H1.75v.875h.438zm-.438.875h-.437v.438h.438zm4.375-.438h-.438v.875h.438zm.438-.438h-.438v.438h.438z" fill="#816bee"/>
	<path d="M5.688 6.563v-.438h-.875V5.25h.438v-.438h.875v.875h.438v.875z" fill="#b79cf8"/>
	<path d="M6.563 5.688h-.438v.438h.438zm-.438-.875h-.438v.438h.438z" fill="#816bee"/>
	<path d="M.875 2.625H.438v.438h.438zM7 3.063h-.438v.875H7zm-.438-.438h-.438v.438h.438zM4.374.437h-.436v.438h.438zm.875 1.313h-.438v.438h.438zM3.938 0h-.875v.438h.875z" fill="#000"/>
	<path d="M3.938.438h-.875v.438h.875zm0 2.625h-.875v.875h.875zM6.563.438h-.875v.438h.875zm-.875.438h-.875v.438h.875z" fill="#f0f0f0"/>
	<path d="M3.938 2.188h-.875v.438h.875zm0 2.188h-.875v.438h.875zM6.563.001h-.875v.438h.875zm-.875.438h-.875v.438h.875zm.438 1.75h-.875v.438h.875zM1.313 6.563H.438v.438h.875zm.875-.438h-.875v.438h.875zm-.438-1.75H.875v.438h.875zM.437 5.688H0v.875h.438zm6.563 0h-.438v.875H7zm-.438-.875h-.438v.875h.438zm-5.687 0H.438v.875h.438zm1.75.438h-.437v.875h.438zm2.188 0h-.438v.875h.438zm-1.75.875h-.438v.438h.438zm-.875-1.313H1.75v.438h.438z" fill="#000"/>
	<path d="M2.188 5.25H1.75v.875h.438zm-.438-.438h-.437v.438h.438z" fill="#816bee"/>
	<path d="M.875 3.938H.438v.438h.438zm1.313-.875H1.75v.875h.438zm.875-.438h-.875v.438h.875zm0 1.313h-.875v.438h.875zm2.188-.875h-.438v.875h.438zm-.438-.438h-.875v.438h.875zm0 1.313h-.875v.438h.875zm1.75 0h-.438v.438h.438z" fill="#000"/>
	<path d="M6.563 3.063h-.438v.875h.438zm-.438-.438h-.438v.438h.438zm0 1.313h-.438v.438h.438zm-.875 0h-.438v.438h.438zm-1.313.875h-.874v.438h.875zm.438-.438h-.437v.438h.438zm-1.313 0h-.437v.438h.438zm.875 1.75h-.874v.438h.875zm.438-.438h-.437v.438h.438zm-1.313 0h-.437v.438h.438zm-.874-1.749H1.75v.438h.438zM.875 3.5H.438v.438h.438zm.438.438H.875v.438h.438z" fill="#4282d8"/>
	<path d="M4.375 6.125h-.437v.438h.438zm.875-1.313h-.438v.438h.438zm-1.313 1.75h-.874V7h.875zm2.625 0h-.875V7h.875zm-.875-.438h-.875v.438h.875zm.438-1.75H5.25v.438h.875z" fill="#000"/>
`;function nr(i={}){return n`<svg
		${V(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${qh}
	</svg>`}var Fh=R`
	<path d="M3.938.438h-.875v1.75h.875zm.875 2.625v-.438h-.438v-.437h-1.75v.438h-.437v.438H.438v.875h1.75v.438h.438v.438h.438v1.75h.875v-1.75h.438v-.438h.438v-.439h1.75v-.875z" fill="#bcef42"/>
	<path d="M1.75 0h-.437v.438h.438zm.875 2.188h-.437v.438h.438zm2.188 0h-.438v.438h.438zM5.688 0H5.25v.438h.438zm.438.438h-.438v.438h.438zm.438.438h-.438v.438h.438zm.438.438h-.438v.438h.438zM3.938 0h-.875v.438h.875z" fill="#000"/>
	<path d="M3.938.438h-.875v.438h.875z" fill="#f0f0f0"/>
	<path d="M3.938 1.313h-.875v.438h.875zm0 .438h-.875v.438h.875z" fill="#7fb134"/>
	<path d="M3.938 5.25h-.875v.438h.875z" fill="#f0f0f0"/>
	<path d="M3.938 6.125h-.875v.438h.875zm0-1.313h-.875v.438h.875z" fill="#7fb134"/>
	<path d="M3.938 2.625h-.875v.438h.875zm0 1.313h-.875v.438h.875zm.438-.875h-.438v.875h.438z" fill="#000"/>
	<path d="M5.25 3.063h-.438v.875h.438z" fill="#7fb134"/>
	<path d="M3.063 3.063h-.438v.875h.438z" fill="#000"/>
	<path d="M2.625 2.625h-.437V3.5h.438z" fill="#f0f0f0"/>
	<path d="M1.313.438H.875v.438h.438z" fill="#000"/>
	<path d="M1.313.438v.438H.875v.438H.438v.438h1.313V.438z" fill="#6be473"/>
	<path d="M1.75.438h-.437v.438h.438zm-.437.437H.875v.438h.438z" fill="#f0f0f0"/>
	<path d="M1.75 1.313H.438v.438h1.313z" fill="#008456"/>
	<path d="M5.25 5.25v1.313h.438v-.438h.438v-.438h.438v-.438zm-4.812 0v.438h.438v.438h.438v.438h.438V5.251z" fill="#6be473"/>
	<path d="M1.75 5.25H.438v.438h1.313z" fill="#f0f0f0"/>
	<path d="M1.313 5.688v.875h.438v-.875z" fill="#008456"/>
	<path d="M6.125 1.313V.875h-.438V.438h-.438v1.313h1.313v-.438z" fill="#6be473"/>
	<path d="M5.688.438H5.25v.438h.438zm0 2.625H5.25v.438h.438z" fill="#f0f0f0"/>
	<path d="M6.563 3.5H5.25v.438h1.313z" fill="#7fb134"/>
	<path d="M6.563 1.313H5.25v.438h1.313z" fill="#008456"/>
	<path d="M.875.875H.438v.438h.438zM3.063.437h-.438v1.75h.438zm1.313 0h-.438v1.75h.438zm2.625 2.625h-.438v.875h.438zm-.438-.438h-1.75v.438h1.75zm0 1.313h-1.75v.438h1.75zM.438 3.063H0v.875h.438zm1.75-.438H.438v.438h1.75z" fill="#000"/>
	<path d="M1.75 3.063H.438v.875h.438V3.5h.875z" fill="#f0f0f0"/>
	<path d="M2.188 3.938H.438v.438h1.75zM.438 1.313H0v.438h.438zm1.313 5.25h-.438v.438h.438zm.875-2.188h-.438v.438h.438z" fill="#000"/>
	<path d="M1.75 3.5h-.437v.438h.438zm.438-.438H1.75v.875h.438z" fill="#7fb134"/>
	<path d="M2.188 3.063H1.75v.875h.438z" fill="#3f581a"/>
	<path d="M4.375 4.375h-1.75v.438h1.75z" fill="#7fb134"/>
	<path d="M4.375 2.188h-1.75v.438h1.75z" fill="#f0f0f0"/>
	<path d="M4.813 4.375h-.438v.438h.438z" fill="#000"/>
	<path d="M4.813 3.938h-.438v.438h.438z" fill="#7fb134"/>
	<path d="M5.688 6.563H5.25v.438h.438zm.438-.438h-.438v.438h.438zm.438-.438h-.438v.438h.438zm.438-.438h-.438v.438h.438zM3.939 6.562h-.876V7h.875zm-2.625-.438H.875v.438h.438zm-.438-.438H.438v.438h.438zm2.188-.875h-.439v1.75h.438zm1.313 0h-.439v1.75h.438zM1.75 1.75H.438v.438h1.75V.438H1.75zm3.5 0V.438h-.438v1.75h1.75V1.75z" fill="#000"/>
	<path d="M.438 4.813v.438h1.313v1.313h.438v-1.75zm4.375 0v1.75h.438V5.25h1.313v-.438zM.438 5.25H0v.438h.438z" fill="#000"/>
	<path d="M5.688 6.125H5.25v.438h.438zm.438-.438h-.438v.438h.438zm.438-.438h-.438v.438h.438z" fill="#008456"/>
	<path d="M5.688 5.25H5.25v.438h.438z" fill="#f0f0f0"/>
	<path d="M3.938 3.063h-.875v.875h.875z" fill="#7fb134"/>
	<path d="M3.938 1.75h-.875v.438h.875zm0 3.063h-.875v.438h.875zm1.313-1.75h-.438v.875h.438z" fill="#3f581a"/>
`;function lr(i={}){return n`<svg
		${V(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Fh}
	</svg>`}var Gh=R`
	<path d="M4.813 4.375h.438v-.437h1.313V3.5H5.251v-.437h-.438V1.75h.875v-.437H4.375v.438H3.063v-.438h-.438V.875H1.75v.438h-.437v.438H.875v.438H.438v2.625h.438v.438h.438v.438h.438v-.875h1.75v.438h-.439v.438h.438v.438h.875v-.438h1.313v-.438h-.875z" fill="#54cfff"/>
	<path d="M3.938 4.813H3.5v.438h.438zm1.75.438H5.25v.438h.438zm.875-1.75h-.438v.438h.438zM5.25 3.063h-.438v.438h.438zM1.312 4.376H.875v.438h.438zm.438.438h-.437v.875h.438zm2.625.875H3.063v.438h1.313zm0-1.313h-.437v.438h.438z" fill="#4282D8"/>
	<path d="M3.938 0H3.5v.438h.438zm.438.438h-.438v.438h.438zm-.876 0H1.75v.438H3.5zM1.75.875h-.437v.438h.438zm1.313 0h-.438v.438h.438zm.438.438h-.438v.438h.438zm.875 0h-.438v.438h.438zM5.689.875H4.376v.438h1.313zm.438.438h-.438v.438h.438zm-4.814 0H.875v.438h.438zm-.438.437H.438v.438h.438zm-.437.438H0v2.625h.438zm.875.438H.875v1.75h.438zm.438-.438h-.438v.438h.438zm2.188-.438H1.75v.438h2.188z" fill="#000"/>
	<path d="M3.938 1.75H3.5v.875h.438zm1.75 0h-.875v.438h.875z" fill="#000"/>
	<path d="M5.25 1.75h-.438v1.313h.438zm1.313 1.313H5.25v.438h1.313zm.438.438h-.438v.438h.438zm-2.625-.875h-.438v1.75h.438zm2.188 1.313H5.251v.438h1.313zm-1.313.438h-.438v.875h.438z" fill="#000"/>
	<path d="M5.688 4.813h-.875v.438h.875zm.438.438h-.438v.438h.438zm-.438.438H4.375v.438h1.313zm-1.313.438h-1.75v.438h1.75zM3.5 4.814H1.75v.438H3.5zm-.875 1.75h-.437v.438h.438zm-.438-.438H1.75v.438h.438zm-.438-.438h-.436v.438h.438zm.438-.438H1.75v.438h.438zm.875 0h-.437v.438h.438zm-1.75 0H.875v.438h.438zm-.438-.438H.438v.438h.438zm.875-.438h-.436v.438h.438zm2.188 0H3.5v.438h.438z" fill="#000"/>
	<path d="M3.938 2.625H3.5v-.437H1.75v.438h-.437v1.75h.438v.438h1.75v-.438h.438z" fill="#9af4dc"/>
	<path d="M3.5 4.375H1.75v.438H3.5zm-1.75-.437h-.437v.438h.438zm2.188 0H3.5v.438h.438z" fill="#6c9ca6"/>
	<path d="M1.75 2.625h-.437v.438h.438zm.875.438h-.437v.438h.438zm.875-.875H1.75v.438H3.5z" fill="#f0f0f0"/>
	<path d="M3.5 5.688h-.437v.438h.438z" fill="#000"/>
	<path d="M.875 2.188H.438v.875h.438zm.875-.875h-.437v.438h.438zm.875-.438H1.75v.438h.875zm3.063.438H4.375v.438h1.313zM3.938.438H3.5v.438h-.437v.438h.438v.438h.438v-.439h.438V.875h-.439zM2.625 5.25h-.437v.438H1.75v.438h.438v.438h.438v-.438h.438v-.438h-.439z" fill="#f0f0f0"/>
`;function hr(i={}){return n`<svg
		${V(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Gh}
	</svg>`}var Wh=R`
	<path d="M5.688 1.313V.875h-.875v.438h-.438V.875h-.437V.438h-.875v.438h-.438v.438h-.437V.875h-.875v.438H.875v1.75h.875v.438h.438v-.438h2.625v.438h.438v-.438h.875v-1.75z" fill="#d1cdd5"/>
	<path d="M6.125 3.938V3.5h-1.75v-.437h-1.75v.438H.875v.438H.438v1.313h.438v.438h1.75v.438h.438v.438h.875v-.438h.438V5.69h1.75v-.438h.438V3.938z" fill="#57595f"/>
	<path d="M3.938 0h-.875v.438h.875zm-.875.438h-.438v.438h.438zm1.313 0h-.438v.438h.438zm1.313 0h-.875v.438h.875zm.438.438h-.438v.438h.438zm-1.313 0h-.438v.438h.438zM2.625.875h-.437v.438h.438zM2.188.438h-.875v.438h.875zm-1.313.875H.438v1.75h.438zm.438-.438H.875v.438h.438zM.875 3.5H.438v.438h.438zm-.437.438H0v1.313h.438zm.438 1.313H.438v.438h.438zm1.75.438H.875v.438h1.75zm.438.438h-.439v.438h.438zm.875.438h-.876v.438h.875zm.438-.438h-.439v.438h.438zm1.75-.438h-1.75v.438h1.75zm.438-.438h-.438v.438h.438zm.438-1.313h-.438v1.313h.438zM6.565 3.5h-.438v.438h.438zm0-2.188h-.438v1.75h.438zM2.188 3.5H1.75v.438h.438zm.438-.438h-.438V3.5h.438zm1.75-.438H2.625v.438h1.75zm.438.438h-.438V3.5h.438zm.438.438h-.438v.438h.438zm.438-.438h-.438V3.5h.875v-.437zm-4.377.001H.875v.438h.875v-.438z" fill="#000"/>
	<path d="M.875 4.813H.438v.438h.438zm.438.438H.875v.438h.438zm1.75.438h-.438v.438h.438zm1.313 0h-.438v.438h.438zm-.438.438h-.875v.438h.875zm2.188-.875h-.438v.438h.438zm.438-1.313h-.438v1.313h.438z" fill="#35363a"/>
	<path d="M1.313 2.625H.875v.438h.438zm.875.438H1.75v.438h.438zm3.063 0h-.438v.438h.438zm-2.626-.438h-.437v.438h.438zm2.188 0h-.438v.438h.438z" fill="#847d8b"/>
	<path d="M5.25 3.063h-.438v.438h.438zm-.875-.875h-1.75v.438h1.75zm1.75-.438h-.438v1.313h.438z" fill="#847d8b"/>
	<path d="M1.75 1.75h-.437v.438h.438zm-.437-.437H.875v.438h.438zm.875-.438h-.875v.438h.875zm.875 0h-.438v.438h.438zm.875-.438h-.875v.438h.875zm.438.438h-.438v.438h.438zm1.313 0h-.875v.438h.875zm.438.438h-.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M.875 3.938H.438v.438h.438zm.438-.438H.875v.438h.438zm1.313 0h-.438v.438h.438zm1.75-.438H2.625V3.5h1.75zm.875.875h-.438v.438h.438zm.875-.438h-.875v.438h.875z" fill="#d8d8d8"/>
`;function cr(i={}){return n`<svg
		${V(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Wh}
	</svg>`}var Kh=R`
	<path d="M6.125 1.75v-.437h-.438V.875h-.438V.438H2.625v.438H1.75v.438h-.437v.438H.875v.875H.438v2.188h.438v.438h.438v.438h.438v.438h.438v.438h2.188v-.438h.875v-.438h.438v-.438h.438v-.875h.438V1.75z" fill="#bcef42"/>
	<path d="M6.563.438h-.875v.438h.875z" fill="#f0f0f0"/>
	<path d="M1.313 5.688H.438v.438h.875z" fill="#bcef42"/>
	<path d="M1.75 6.125H.438v.438h1.313z" fill="#7fb134"/>
	<path d="M6.563 3.5h-.438v.875h.438z" fill="#816bee"/>
	<path d="M5.25.438H2.625v.438H5.25z" fill="#f0f0f0"/>
	<path d="M5.25.875H2.625v.438H5.25z" fill="#b79cf8"/>
	<path d="M4.375 6.125H2.188v.438h2.188z" fill="#816bee"/>
	<path d="M6.563.875h-.438v.438h.438z" fill="#bcef42"/>
	<path d="M2.625 2.188h-.437v.438h.438zM1.313 1.75H.875v.438h.438zm.438-.438h-.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M2.625 1.313h-.437v.438h.438zm3.063 0H5.25v.438h.438z" fill="#b79cf8"/>
	<path d="M2.188.875H1.75v.438h.438zm.875 1.75h-.438v.438h.438zM.875 5.25H.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M6.125 4.813h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.438v.438h.438z" fill="#816bee"/>
	<path d="M6.563.438v.875h-.438V.875h-.438v.438h.438v.438h.438v2.625h.438V.438zm-5.25.875H.875v.438h.438zm.438-.438h.875V.438H1.75zh-.438v.438h.438zm4.813 3.5h-.438v.875h.438zM.875 1.75H.438v.875h.438zM5.25 6.125h-.875v.438h.875zm.875-.875h-.438v.438h.438zm-4.812 0H.875v.438h.438zm.438.438h-.438v.438h.438zm-.875-.875H.438v.438h.438zm4.813.875h-.438v.438h.438zM.438 2.625H0v3.938h.438z" fill="#000"/>
	<path d="M5.25.875h.438V.438h.875V0H2.625v.438H5.25zM2.188 6.563v-.438H1.75v.438H.438v.438h3.938v-.438z" fill="#000"/>
	<path d="M.875 2.625H.438V3.5h.438z" fill="#f0f0f0"/>
	<path d="M4.375 2.625H3.5v.438h.875zm-.438 1.75h-.874v.438h.875zm.875-1.313h-.438v.875h.438zm-3.5 1.75h.875v-.438H1.75V2.188h-.437zm3.5-3.063H3.063v.438h1.75zm-.438 3.5H2.625v.438h1.75zm2.188-3.063h-.438v1.313h.438zM.875 3.5H.438v1.313h.438zm1.313-1.75H1.75v.438h.438zm1.313 1.313h-.438v.438h.438zm-.438.875h-.438v.438h.438zm-.438.875h-.437v.438h.438zm1.75-.875h-.437v.438h.438zm.438.875h-.438v.438h.438zm.438-.438h-.438v.438h.438zm-2.188-1.75v-.437h-.438v.438h-.437v1.313h.438V2.625zm3.063-.875h-.438v.438h.438zm-.875.438h-.438v.438h.438zm.438.438h-.438v1.75h.438zM1.313 4.813H.875v.438h.438zm.438.438h-.438v.438h.438zm.438.438H1.75v.438h.438z" fill="#b79cf8"/>
`;function dr(i={}){return n`<svg
		${V(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Kh}
	</svg>`}var Yh=R`
	<path d="M6.125 1.75v-.437h-.438V.875h-.438V.438H1.75v.438h-.437v.438H.875v.438H.438v2.625h.438v.438h.438v.438h.438v.875h.438v.438h2.625v-.438h.438v-.875h.438v-.438h.438v-.438h.438V1.75z" fill="#d1cdd5"/>
	<path d="M1.75.438h-.437v.438h.438zm-.437.437H.875v.438h.438zm-.438.438H.438v.438h.438zm.875 3.938h-.437v.875h.438zm-.438-.438H.875v.438h.438zm.875 1.313H1.75v.438h.438zM.874 4.376H.438v.438h.438z" fill="#000"/>
	<path d="M1.75 4.813h-.437v.438h.438zm.438.875H1.75v.438h.438zm-.875-1.313H.875v.438h.438zm1.75-1.313H1.75v1.313h1.313z" fill="#847d8b"/>
	<path d="M3.063 3.5h-.875v.875h.875z" fill="#57595f"/>
	<path d="M5.25 3.063H3.938v1.313h1.313z" fill="#847d8b"/>
	<path d="M5.25 3.5h-.875v.875h.875z" fill="#57595f"/>
	<path d="M5.25 5.254h.438v-.438H5.25zm-.438.875h.438v-.438h-.438zm.875-1.313h.438v-.438h-.438z" fill="#847d8b"/>
	<path d="M.438 1.75H0v2.625h.438z" fill="#000"/>
	<path d="M.875 1.75H.438v2.625h.438z" fill="#fff"/>
	<path d="M5.25.879h.438V.441H5.25zm.438.438h.438V.879h-.438zm.438.438h.438v-.438h-.438zM5.251 6.13h.438v-.875h-.438zm.438-.875h.438v-.438h-.438zm-.875 1.313h.438V6.13h-.438zm1.313-1.75h.438V4.38h-.438zm.438-.438h.438V1.755h-.438z" fill="#000"/>
	<path d="M6.125 4.379h.438V1.754h-.438z" fill="#847d8b"/>
	<path d="M1.75 0v.438h3.5V0z" fill="#000"/>
	<path d="M1.75.875h-.437v.438h.438zm-.437.438H.875v.438h.438zm.438.438h-.438v.438h.438zm3.5-.433h.438V.88h-.438zm.438.438h.438v-.438h-.438zM1.75.438v.438h3.5V.438z" fill="#fff"/>
	<path d="M2.188 6.563v.438h2.625v-.438z" fill="#000"/>
	<path d="M2.188 6.125v.438h2.625v-.438z" fill="#847d8b"/>
	<path d="M3.063 5.688h-.438v.875h.438zm1.313 0h-.438v.875h.438z" fill="#57595f"/>
`;function mr(i={}){return n`<svg
		${V(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Yh}
	</svg>`}var Zh=R`
	<path d="M3.063 0H1.75v.438h1.313zm1.75.438h-1.75v.438h1.75zm-.875 2.187H3.5v1.75h.438zm-3.5-.437H0v2.625h.438zM6.563.875h-1.75v.438h1.75z" fill="#000"/>
	<path d="M3.063.438H1.75v.438h1.313zm1.75.438h-1.75v.438h1.75zm1.75.438h-1.75v.438h1.75z" fill="#f0f0f0"/>
	<path d="M3.063 6.563H1.75v.438h1.313z" fill="#000"/>
	<path d="M2.625 6.125v-.438h-.437v-.875H1.75V2.188h.438v-.875h.438V.875H1.75v.438H.875v1.75H.438v1.75h.438v.875h.438v.438h.438v.438h1.313v-.438z" fill="#ffe361"/>
	<path d="M3.063 6.125H1.75v.438h1.313z" fill="#ffb84b"/>
	<path d="M4.813 6.125h-1.75v.438h1.75z" fill="#000"/>
	<path d="M4.375 5.688V5.25h-.437v-.875H3.5v-1.75h.438V1.75h.438v-.437H3.063v.438h-.438v1.313h-.437v1.75h.438v.875h.438v.438h1.75v-.438z" fill="#ffe361"/>
	<path d="M6.563 5.688h-1.75v.438h1.75zM1.75.438h-.437v.438h.438zm-.437.437H.875v.438h.438zm-.438.438H.438v.875h.438zm6.125 0h-.438v.438H7zm-.438.438h-.438v.438h.438zm-.438.438h-.438v.875h.438zm.875 3.063h-.438v.438h.438zm-.438-.438h-.438v.438h.438zm-.438-.875h-.438v.875h.438zm-.438-.875h-.438v.875h.438zM1.747 6.127h-.434v.438h.438zm-.438-.438H.875v.438h.438zm-.438-.875H.438v.875h.438zm1.313-2.625H1.75v2.625h.438zM3.059.876h-.434v.438h.438zm-.434.437h-.437v.875h.438z" fill="#000"/>
	<path d="M.875 2.188H.438v.875h.438zm1.75 0h-.437v.875h.438z" fill="#f0f0f0"/>
	<path d="M2.188 1.313H1.75v.875h.438z" fill="#ffb84b"/>
	<path d="M4.813 1.313h-.438v.438h.438z" fill="#000"/>
	<path d="M1.75.875h-.437v.438h.438z" fill="#f0f0f0"/>
	<path d="M2.625.875h-.437v.438h.438zm1.313.875H3.5v.875h.438zm.438-.438h-.438v.438h.438zm-2.188 3.5H1.75v.438h.438zm-.438.875h-.437v.438h.438zm-.438-.875H.875v.875h.438zm2.188.875v-.438h-.437v-.438h-.438v.875h.438v.438h1.75v-.438zm.438-1.313H3.5v.438h.438z" fill="#ffb84b"/>
	<path d="M4.375 5.688V5.25h-.437v-.875H3.5v-1.75h.438V1.75h.438v-.437H3.063v.438h-.438v1.313h-.437v1.75h.438v.875h.438v.438h1.75v-.438z" fill="url(#a)"/>
	<path d="M6.125 5.25v-.438h-.438v-.874h-.438v-.875h.438v-.875h.438V1.75H4.812v.438h-.438v.438h-.436v1.75h.438v.875h.438v.438h1.75v-.438z" fill="#ff2c52"/>
	<path d="M5.688 2.188H5.25v.875h.438zm.438-.438h-.438v.438h.438zm-.438 2.188H5.25v.438h.438zM5.25 5.251v-.438h-.875v.438h.438v.438h1.75v-.438z" fill="#be0351"/>
	<path d="M1.313 1.313H.875v.438h.438zm0 1.75H.875v.438h.438zm1.75-1.75h-.438v.438h.438zm1.75.438h-.438v.438h.438zm-.438.875h-.437v.438h.438z" fill="#f0f0f0"/>
	<path d="M4.375 1.75h-.437v.875h.438zM3.062 5.688h-.437v.438h.438zm-.438-.875h-.436v.875h.438zm2.188.438h-.438v.438h.438zm-.438-.875h-.436v.875h.438z" fill="#000"/>
	<defs>
		<radialGradient id="a" cx=".75" cy=".5" r="1" fx=".75" fy=".5">
		<stop stop-color="#ff2c52" offset="30%"/>
		<stop stop-color="#ffe361" offset="70%"/>
		</radialGradient>
	</defs>
`;function pr(i={}){return n`<svg
		${V(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Zh}
	</svg>`}var Xh=R`
	<path d="M4.813.438v.438h-.438v.438h-.437v.438H3.5v.438h-.437v.875h-.438v.438H3.5v.875h.438v-.44h.875V3.5h.438v-.437h.438v-.438h.438v-.437h.438V.438z" fill="#d1cdd5"/>
	<path d="M1.313 3.938h.438v.438h.875v.875h.438v.438h.875v.438h.875v-.875h-.876v-.438H3.5v-.438h-.437v-.438h-.438V3.5h-.437v-.437H1.75v-.875H.875v.875h.438z" fill="#ffe361"/>
	<path d="M2.188 4.813h-.875v.875h.875zm-.875.875H.438v.875h.875z" fill="#ffe361"/>
	<path d="M4.813.438h-.438v.438h.438zm-.438.438h-.437v.438h.438zm-.437.437H3.5v.438h.438zM3.5 1.75h-.437v.438h.438zm-.437.438h-.438v.875h.438zm-.875 0H1.75v.875h.438zm-1.313 0H.438v.875h.438zm.438.875H.875v.875h.438zm3.5.875h-.875v.438h.875zm0 .875h-.875v.438h.875zm.438.438h-.438v.875h.438z" fill="#000"/>
	<path d="M6.563.438h-.438v1.75h.438z" fill="#847d8b"/>
	<path d="M.438 5.688H0v.875h.438zm4.375.438h-.875v.438h.875zm-.875-.438h-.875v.438h.875z" fill="#000"/>
	<path d="M2.188 5.25h-.875v.438h.875zm-.875.875H.438v.438h.875z" fill="#ffb84b"/>
	<path d="M1.313 6.125v.438h.438v-.438h.438v-.438h-.876zm1.313-.875v-.875H1.75v-.437h-.437v.875h.875v.875h.875V5.25zm-1.313 0v-.438H.875v.438H.438v.438h.875zm0 1.313H.438v.438h.875zM1.75 1.75H.875v.438h.875zm1.313 2.188v.438h.438V3.5h-.876v.438z" fill="#000"/>
	<path d="M5.688 1.313H5.25v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.436v.438h.438zm-.436.436H3.5v.438h.438z" fill="#847d8b"/>
	<path d="M3.063 3.063h-.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M1.75 3.5h-.437v.438h.438zm-.437-.875H.875v.438h.438zm.875 1.313H1.75v.438h.438zm.875.875h-.438v.438h.438zm.438.438h-.438v.438h.438zm.875.438h-.438v.438h.438z" fill="#ffb84b"/>
	<path d="M3.938 4.375H3.5v.438h.438zM2.625 3.063h-.437v.438h.438zm3.938-.875h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438-3.5V.44h1.75v1.75h.438V0z" fill="#000"/>
	<path d="M4.813 5.25h-.438v.438h.438zm-.875-.438H3.5v.438h.438zM3.5 4.374h-.437v.438h.438zm-.437-.436h-.438v.438h.438zM2.625 3.5h-.437v.438h.438zm-.437-.437H1.75v.438h.438zM3.5 2.188h-.437v.438h1.313v-.438h-.438V1.75H3.5zM4.375.875v.438h-.437v.438h1.313v-.438h-.438V.875zm1.75-.438H4.812v.438h1.313z" fill="#f0f0f0"/>
	<path d="M6.125 2.188h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.873.436H3.5v.438h.438z" fill="#847d8b"/>
	<path d="M1.75 2.188h-.437v.438h.438zm0 2.625h-.437v.438h.438zm-.875.875H.438v.438h.438z" fill="#f0f0f0"/>
`;function fr(i={}){return n`<svg
		${V(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Xh}
	</svg>`}var Jh=R`
	<path d="M5.688 2.625v-.437H5.25V1.75h-.438v-.437h-.438V.875h-.436V.438h-.875v.438h-.438v.438h-.437v.438H1.75v.438h-.437v.438H.875v.875H.438v2.188h.438v.438h.875v.438h3.5v-.438h.875v-.438h.438V3.5h-.438v-.875z" fill="#0abbff"/>
	<path d="M3.063 0v.438h.875V0zm-.438.438v.438h.438V.438zm1.313 0v.438h.438V.438zm.438.438v.438h.438V.875zm.438.438v.438h.438v-.439zm.438.438v.438h.438v-.44zm.438.438v.438h.438v-.44zm.438.438v.875h.438v-.878zm-5.69-.003V3.5h.438v-.875zM0 3.5v2.188h.438V3.5zm6.563 0v2.188h.438V3.5zM2.188.875v.438h.438V.875zm-.438.438v.438h.438v-.438zm-.437.437v.438h.438V1.75zm-.438.438v.438h.438v-.438zm-.438 3.5v.438h.438v-.438zm5.688 0v.438h.438v-.438zm-4.375.875v.438h3.5v-.438z" fill="#000"/>
	<path d="M1.75 6.125v.438h3.5v-.438z" fill="#4282d8"/>
	<path d="M.875 6.125v.438h.875v-.438zm5.25.438v-.438H5.25v.438z" fill="#000"/>
	<path d="M3.063.438v.438h.875V.438z" fill="#fff"/>
	<path opacity=".5" d="M4.813 3.5v-.437h-.438v-.438h-.437v-.437h-.875v.438h-.438v.438h-.437v.438H1.75v1.313h.438v.438h2.625v-.438h.438V3.5z" fill="#fff"/>
	<path d="M2.625.875v.438h.438V.875zm-.437.438v.438h.438v-.438zm.438.438v.438h.438V1.75zM1.75 1.75v.438h.438V1.75zm-.437.438v.438h.438v-.438zm-.438.437V3.5h.438v-.875zM.438 3.5v.875h.438V3.5z" fill="#fff"/>
	<path d="M5.25 2.188v.438h.438v-.438zm.438.438v.875h.438v-.876zm.438.875v1.75h-.438v.438H5.25v.438h.875v-.438h.438V3.5zM.875 6.125h.875v-.438H.875z" fill="#4282d8"/>
`;function ur(i={}){return n`<svg
		${V(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Jh}
	</svg>`}var Qh=globalThis.$discordMessage??{};function Dt(){return Qh}var co={blue:"https://cdn.discordapp.com/embed/avatars/0.png",gray:"https://cdn.discordapp.com/embed/avatars/1.png",green:"https://cdn.discordapp.com/embed/avatars/2.png",orange:"https://cdn.discordapp.com/embed/avatars/3.png",red:"https://cdn.discordapp.com/embed/avatars/4.png",pink:"https://cdn.discordapp.com/embed/avatars/5.png"},mo=Dt().avatars??{},jt=Object.assign(co,mo,{default:co[mo.default]??mo.default??co.blue}),vr=Dt().profiles??{},Pa=Dt().defaultTheme==="light"?"light":"dark",Na=Dt().defaultMode==="compact"?"compact":"cozy",Ba=Dt().defaultBackground==="none"?"none":"discord",Ua=new Map([["heart",er()],["crystal",Ys()],["diamond",Zs()],["explosion",Xs()],["flame",Js()],["flower",Qs()],["key",tr()],["leaf",ir()],["lightning",sr()],["magic",rr()],["moon",or()],["mushroom",ar()],["mythical",nr()],["ornament",lr()],["plasma",hr()],["rock",cr()],["shell",dr()],["skull",mr()],["sun",pr()],["sword",fr()],["water",ur()]]);var ec=R`
	<path
		fill="currentColor"
		d="M18.91 12.98a5.45 5.45 0 0 1 2.18 6.2c-.1.33-.09.68.1.96l.83 1.32a1 1 0 0 1-.84 1.54h-5.5A5.6 5.6 0 0 1 10 17.5a5.6 5.6 0 0 1 5.68-5.5c1.2 0 2.32.36 3.23.98Z"
	/>
	<path
		fill="currentColor"
		d="M19.24 10.86c.32.16.72-.02.74-.38L20 10c0-4.42-4.03-8-9-8s-9 3.58-9 8c0 1.5.47 2.91 1.28 4.11.14.21.12.49-.06.67l-1.51 1.51A1 1 0 0 0 2.4 18h5.1a.5.5 0 0 0 .49-.5c0-4.2 3.5-7.5 7.68-7.5 1.28 0 2.5.3 3.56.86Z"
	/>
`;function ts(i={}){return n`<svg
		${V(i)}
		class="discord-mention-icon"
		aria-hidden="false"
		width="24"
		height="24"
		viewBox="0 0 20 20"
		xmlns="http://www.w3.org/2000/svg"
	>
		${ec}
	</svg>`}var tc=R`
	<path
		fill="currentColor"
		fill-rule="evenodd"
		clip-rule="evenodd"
		d="M10.99 3.16A1 1 0 1 0 9 2.84L8.15 8H4a1 1 0 0 0 0 2h3.82l-.67 4H3a1 1 0 1 0 0 2h3.82l-.8 4.84a1 1 0 0 0 1.97.32L8.85 16h4.97l-.8 4.84a1 1 0 0 0 1.97.32l.86-5.16H20a1 1 0 1 0 0-2h-3.82l.67-4H21a1 1 0 1 0 0-2h-3.82l.8-4.84a1 1 0 1 0-1.97-.32L15.15 8h-4.97l.8-4.84ZM14.15 14l.67-4H9.85l-.67 4h4.97Z"
	/>
`;function is(i={}){return n`<svg
		${V(i)}
		class="discord-mention-icon"
		aria-hidden="false"
		width="24"
		height="24"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${tc}
	</svg>`}var ic=R`
	<path
		fill="currentColor"
		d="M12 2.81a1 1 0 0 1 0-1.41l.36-.36a1 1 0 0 1 1.41 0l9.2 9.2a1 1 0 0 1 0 1.4l-.7.7a1 1 0 0 1-1.3.13l-9.54-6.72a1 1 0 0 1-.08-1.58l1-1L12 2.8ZM12 21.2a1 1 0 0 1 0 1.41l-.35.35a1 1 0 0 1-1.41 0l-9.2-9.19a1 1 0 0 1 0-1.41l.7-.7a1 1 0 0 1 1.3-.12l9.54 6.72a1 1 0 0 1 .07 1.58l-1 1 .35.36ZM15.66 16.8a1 1 0 0 1-1.38.28l-8.49-5.66A1 1 0 1 1 6.9 9.76l8.49 5.65a1 1 0 0 1 .27 1.39ZM17.1 14.25a1 1 0 1 0 1.11-1.66L9.73 6.93a1 1 0 0 0-1.11 1.66l8.49 5.66Z"
	/>
`;function ss(i={}){return n`<svg
		${V(i)}
		class="discord-mention-icon"
		aria-hidden="false"
		width="24"
		height="24"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${ic}
	</svg>`}var sc=R`
	<path
		fill="currentColor"
		fill-rule="evenodd"
		clip-rule="evenodd"
		d="M6 9h1V6a5 5 0 0 1 10 0v3h1a3 3 0 0 1 3 3v8a3 3 0 0 1-3 3H6a3 3 0 0 1-3-3v-8a3 3 0 0 1 3-3Zm9-3v3H9V6a3 3 0 1 1 6 0Zm-1 8a2 2 0 0 1-1 1.73V18a1 1 0 1 1-2 0v-2.27A2 2 0 1 1 14 14Z"
	/>
`;function rs(i={}){return n`<svg
		${V(i)}
		class="discord-mention-icon"
		aria-hidden="false"
		width="24"
		height="24"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${sc}
	</svg>`}var rc=R`
	<path
		fill="currentColor"
		d="M12 3a1 1 0 0 0-1-1h-.06a1 1 0 0 0-.74.32L5.92 7H3a1 1 0 0 0-1 1v8a1 1 0 0 0 1 1h2.92l4.28 4.68a1 1 0 0 0 .74.32H11a1 1 0 0 0 1-1V3ZM15.1 20.75c-.58.14-1.1-.33-1.1-.92v-.03c0-.5.37-.92.85-1.05a7 7 0 0 0 0-13.5A1.11 1.11 0 0 1 14 4.2v-.03c0-.6.52-1.06 1.1-.92a9 9 0 0 1 0 17.5Z"
	/>
	<path
		fill="currentColor"
		d="M15.16 16.51c-.57.28-1.16-.2-1.16-.83v-.14c0-.43.28-.8.63-1.02a3 3 0 0 0 0-5.04c-.35-.23-.63-.6-.63-1.02v-.14c0-.63.59-1.1 1.16-.83a5 5 0 0 1 0 9.02Z"
	/>
`;function os(i={}){return n`<svg
		${V(i)}
		class="discord-mention-icon"
		aria-hidden="false"
		width="24"
		height="24"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${rc}
	</svg>`}var ei=function(i,s,e,t,r,o){function a(M){if(M!==void 0&&typeof M!="function")throw new TypeError("Function expected");return M}for(var l=t.kind,d=l==="getter"?"get":l==="setter"?"set":"value",f=!s&&i?t.static?i:i.prototype:null,m=s||(f?Object.getOwnPropertyDescriptor(f,t.name):{}),h,k=!1,w=e.length-1;w>=0;w--){var _={};for(var y in t)_[y]=y==="access"?{}:t[y];for(var y in t.access)_.access[y]=t.access[y];_.addInitializer=function(M){if(k)throw new TypeError("Cannot add initializers after decoration has completed");o.push(a(M||null))};var b=(0,e[w])(l==="accessor"?{get:m.get,set:m.set}:m[d],_);if(l==="accessor"){if(b===void 0)continue;if(b===null||typeof b!="object")throw new TypeError("Object expected");(h=a(b.get))&&(m.get=h),(h=a(b.set))&&(m.set=h),(h=a(b.init))&&r.unshift(h)}else(h=a(b))&&(l==="field"?r.unshift(h):m[d]=h)}f&&Object.defineProperty(f,t.name,m),k=!0},Ye=function(i,s,e){for(var t=arguments.length>2,r=0;r<s.length;r++)e=t?s[r].call(i,e):s[r].call(i);return t?e:void 0},_e="light-theme",ct="compact-mode",po="no-background",Ip=(()=>{let i=[q("discord-messages")],s,e=[],t,r=j,o,a=[],l=[],d,f=[],m=[],h,k=[],w=[],_,y=[],b=[],M,B=[],I=[];var ie=class extends r{static{t=this}static{let H=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;o=[Ji({context:_e}),p({type:Boolean,reflect:!0,attribute:"light-theme"})],d=[Ji({context:po}),p({type:Boolean,reflect:!0,attribute:"no-background"})],h=[Ji({context:ct}),p({type:Boolean,reflect:!0,attribute:"compact-mode"})],_=[p({reflect:!0,attribute:"channel-type"})],M=[p({reflect:!0,attribute:"channel-name"})],ei(this,null,o,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:x=>"lightTheme"in x,get:x=>x.lightTheme,set:(x,K)=>{x.lightTheme=K}},metadata:H},a,l),ei(this,null,d,{kind:"accessor",name:"noBackground",static:!1,private:!1,access:{has:x=>"noBackground"in x,get:x=>x.noBackground,set:(x,K)=>{x.noBackground=K}},metadata:H},f,m),ei(this,null,h,{kind:"accessor",name:"compactMode",static:!1,private:!1,access:{has:x=>"compactMode"in x,get:x=>x.compactMode,set:(x,K)=>{x.compactMode=K}},metadata:H},k,w),ei(this,null,_,{kind:"accessor",name:"channelType",static:!1,private:!1,access:{has:x=>"channelType"in x,get:x=>x.channelType,set:(x,K)=>{x.channelType=K}},metadata:H},y,b),ei(this,null,M,{kind:"accessor",name:"channelName",static:!1,private:!1,access:{has:x=>"channelName"in x,get:x=>x.channelName,set:(x,K)=>{x.channelName=K}},metadata:H},B,I),ei(null,s={value:t},i,{kind:"class",name:t.name,metadata:H},null,e),ie=t=s.value,H&&Object.defineProperty(t,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:H})}static styles=re`
		:host {
			color: #fff;
			background-color: #36393e;
			display: block;
			font-size: 16px;
			font-family: 'gg sans', 'Noto Sans', Whitney, 'Helvetica Neue', Helvetica, Roboto, Arial, sans-serif;
			line-height: 170%;
			border: 1px solid rgba(255, 255, 255, 0.05);
		}

		:host([light-theme]) {
			color: #747f8d;
			background-color: #fff;
			border-color: #dedede;
		}

		:host([no-background]) {
			background-color: unset;
		}

		::slotted(*) {
			padding-top: 0.125rem;
			padding-bottom: 0.125rem;
		}

		::slotted(*:first-child) {
			margin-top: 0.5rem;
		}

		::slotted(*:not(:first-child)) {
			margin-top: 1.0625rem;
		}

		:host([compact-mode]) ::slotted(*:not(:first-child)) {
			margin-top: unset;
		}

		::slotted(*:last-child) {
			margin-bottom: 0.5rem;
			border-bottom-width: 0;
		}

		:host .discord-channel-header {
			display: flex;
			align-items: center;
			padding: 0.5rem 1rem;
			box-shadow:
				0 2px 0 0 rgba(0, 0, 0, 0.05),
				0 1.5px 0 0 rgba(0, 0, 0, 0.05),
				0 1px 0 0 rgba(0, 0, 0, 0.16);
		}

		:host .discord-channel-icon {
			height: 24px;
			width: auto;
			margin: 0 8px;
			position: relative;
			flex: 0 0 auto;
			color: #80848e;
		}

		:host([light-theme]) .discord-channel-icon {
			color: #6d6f78;
		}

		:host .discord-channel-name {
			margin: 0 8px 0 0;
			flex: 0 0 auto;
			min-width: auto;
		}
	`;#e=Ye(this,a,!1);get lightTheme(){return this.#e}set lightTheme(H){this.#e=H}#t=(Ye(this,l),Ye(this,f,!1));get noBackground(){return this.#t}set noBackground(H){this.#t=H}#i=(Ye(this,m),Ye(this,k,!1));get compactMode(){return this.#i}set compactMode(H){this.#i=H}#s=(Ye(this,w),Ye(this,y,void 0));get channelType(){return this.#s}set channelType(H){this.#s=H}#r=(Ye(this,b),Ye(this,B,void 0));get channelName(){return this.#r}set channelName(H){this.#r=H}connectedCallback(){super.connectedCallback(),(this.lightTheme||Pa==="light"&&this.lightTheme)&&(this.lightTheme=!0),(this.compactMode||Na==="compact"&&this.compactMode)&&(this.compactMode=!0),(this.noBackground||Ba==="none"&&this.noBackground)&&(this.noBackground=!0)}render(){let H;switch(this.channelType){case"text":H=n`${is()}`;break;case"voice":H=n`${os()}`;break;case"locked":H=n`${rs()}`;break;case"thread":H=n`${ss()}`;break;case"forum":H=n`${ts()}`;break}return n`
			${Y(this.channelType&&this.channelName,()=>n`<div class="discord-channel-header">
						<div class="discord-channel-icon">${H}</div>
						<div class="discord-channel-name">${this.channelName}</div>
					</div>`)}
			<slot></slot>
		`}constructor(){super(...arguments),Ye(this,I)}static{Ye(t,e)}};return ie=t})();var oc=R`
	<path d="M7.4,11.17,4,8.62,5,7.26l2,1.53L10.64,4l1.36,1Z" fill="currentColor" />
`;function xt(i={}){return n`<svg
		${V(i)}
		class="discord-application-tag-verified"
		aria-label="Verified App"
		aria-hidden="false"
		width="16"
		height="16"
		viewBox="0 0 16 15.2"
		xmlns="http://www.w3.org/2000/svg"
	>
		${oc}
	</svg>`}var fo=function(i,s,e,t,r,o){function a(M){if(M!==void 0&&typeof M!="function")throw new TypeError("Function expected");return M}for(var l=t.kind,d=l==="getter"?"get":l==="setter"?"set":"value",f=!s&&i?t.static?i:i.prototype:null,m=s||(f?Object.getOwnPropertyDescriptor(f,t.name):{}),h,k=!1,w=e.length-1;w>=0;w--){var _={};for(var y in t)_[y]=y==="access"?{}:t[y];for(var y in t.access)_.access[y]=t.access[y];_.addInitializer=function(M){if(k)throw new TypeError("Cannot add initializers after decoration has completed");o.push(a(M||null))};var b=(0,e[w])(l==="accessor"?{get:m.get,set:m.set}:m[d],_);if(l==="accessor"){if(b===void 0)continue;if(b===null||typeof b!="object")throw new TypeError("Object expected");(h=a(b.get))&&(m.get=h),(h=a(b.set))&&(m.set=h),(h=a(b.init))&&r.unshift(h)}else(h=a(b))&&(l==="field"?r.unshift(h):m[d]=h)}f&&Object.defineProperty(f,t.name,m),k=!0},as=function(i,s,e){for(var t=arguments.length>2,r=0;r<s.length;r++)e=t?s[r].call(i,e):s[r].call(i);return t?e:void 0},qa=(()=>{let i=[q("discord-verified-author-tag")],s,e=[],t,r=j,o,a=[],l=[],d,f=[],m=[];var h=class extends r{static{t=this}static{let k=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;o=[p({type:Boolean})],d=[de({context:ct}),p({type:Boolean,reflect:!0,attribute:"compact-mode"})],fo(this,null,o,{kind:"accessor",name:"verified",static:!1,private:!1,access:{has:w=>"verified"in w,get:w=>w.verified,set:(w,_)=>{w.verified=_}},metadata:k},a,l),fo(this,null,d,{kind:"accessor",name:"compactMode",static:!1,private:!1,access:{has:w=>"compactMode"in w,get:w=>w.compactMode,set:(w,_)=>{w.compactMode=_}},metadata:k},f,m),fo(null,s={value:t},i,{kind:"class",name:t.name,metadata:k},null,e),h=t=s.value,k&&Object.defineProperty(t,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:k})}static styles=re`
		:host {
			background-color: #5865f2;
			color: #fff;
			font-size: 0.625em;
			margin-left: 4px;
			border-radius: 3px;
			line-height: 100%;
			text-transform: uppercase;
			display: inline-flex;
			align-items: center;
			height: 0.9375rem;
			padding: 0 0.275rem;
			margin-top: 0.075em;
			border-radius: 0.1875rem;
		}

		:host .discord-application-tag-verified {
			display: inline-block;
			width: 0.9375rem;
			height: 0.9375rem;
			margin-left: -0.25rem;
		}

		:host([compact-mode]) {
			padding-left: 10px;
			padding-right: 4px;
			margin-right: 0.25rem;
			margin-left: 0px !important;
			margin-top: 0px !important;
		}

		:host([compact-mode]) .discord-application-tag-verified {
			margin-right: 0.7em;
			margin-left: -0.7em;
		}
	`;#e=as(this,a,!1);get verified(){return this.#e}set verified(k){this.#e=k}#t=(as(this,l),as(this,f,!1));get compactMode(){return this.#t}set compactMode(k){this.#t=k}render(){return n`${Y(this.verified,()=>xt())}App`}constructor(){super(...arguments),as(this,m)}static{as(t,e)}};return h=t})();var ae=i=>i??$;var Fa="important",ac=" !"+Fa,Lt=Ke(class extends Ce{constructor(i){if(super(i),i.type!==ze.ATTRIBUTE||i.name!=="style"||i.strings?.length>2)throw Error("The `styleMap` directive must be used in the `style` attribute and must be the only part in the attribute.")}render(i){return Object.keys(i).reduce((s,e)=>{let t=i[e];return t==null?s:s+`${e=e.includes("-")?e:e.replace(/(?:^(webkit|moz|ms|o)|)(?=[A-Z])/g,"-$&").toLowerCase()}:${t};`},"")}update(i,[s]){let{style:e}=i.element;if(this.ft===void 0)return this.ft=new Set(Object.keys(s)),this.render(s);for(let t of this.ft)s[t]==null&&(this.ft.delete(t),t.includes("-")?e.removeProperty(t):e[t]=null);for(let t in s){let r=s[t];if(r!=null){this.ft.add(t);let o=typeof r=="string"&&r.endsWith(ac);t.includes("-")||o?e.setProperty(t,o?r.slice(0,-11):r,o?Fa:""):e[t]=r}}return ve}});var nc=new Intl.DateTimeFormat("en-US",{day:"2-digit",month:"2-digit",year:"numeric"}),lc=new Intl.DateTimeFormat("en-US",{hour12:!0,hour:"2-digit",minute:"2-digit"}),hc=new Intl.DateTimeFormat("en-US",{hour12:!1,hour:"2-digit",minute:"2-digit"}),cc=i=>i instanceof Date?nc.format(i):i,dc=(i,s=!1)=>i instanceof Date?s?hc.format(i):lc.format(i):i;function ti(i,s=!1,e=!1){if(!(i instanceof Date)&&typeof i!="string")throw new TypeError("Timestamp prop must be a Date object or a string.");return s?dc(i,e):cc(i)}var mc=/(?:<(?<animated>a)?:(?<name>\w{2,32}):)?(?<id>\d{17,21})>?/;function ii(i){let s=Dt().emojis?.[i];if(s)return s;let e=mc.exec(i);if(e?.groups){let{name:t,id:r,animated:o}=e.groups;return{name:t,url:`https://cdn.discordapp.com/emojis/${r}.${o?"gif":"png"}`}}}function gr(i){if(i)return Ua.get(i)??i}var Te=function(i,s,e,t,r,o){function a(M){if(M!==void 0&&typeof M!="function")throw new TypeError("Function expected");return M}for(var l=t.kind,d=l==="getter"?"get":l==="setter"?"set":"value",f=!s&&i?t.static?i:i.prototype:null,m=s||(f?Object.getOwnPropertyDescriptor(f,t.name):{}),h,k=!1,w=e.length-1;w>=0;w--){var _={};for(var y in t)_[y]=y==="access"?{}:t[y];for(var y in t.access)_.access[y]=t.access[y];_.addInitializer=function(M){if(k)throw new TypeError("Cannot add initializers after decoration has completed");o.push(a(M||null))};var b=(0,e[w])(l==="accessor"?{get:m.get,set:m.set}:m[d],_);if(l==="accessor"){if(b===void 0)continue;if(b===null||typeof b!="object")throw new TypeError("Object expected");(h=a(b.get))&&(m.get=h),(h=a(b.set))&&(m.set=h),(h=a(b.init))&&r.unshift(h)}else(h=a(b))&&(l==="field"?r.unshift(h):m[d]=h)}f&&Object.defineProperty(f,t.name,m),k=!0},ne=function(i,s,e){for(var t=arguments.length>2,r=0;r<s.length;r++)e=t?s[r].call(i,e):s[r].call(i);return t?e:void 0},Ga=(()=>{let i=[q("discord-author-info")],s,e=[],t,r=j,o,a=[],l=[],d,f=[],m=[],h,k=[],w=[],_,y=[],b=[],M,B=[],I=[],ie,H=[],x=[],K,ge=[],ye=[],we,Oe=[],Ie=[],Re,Ve=[],De=[],je,Le=[],Pe=[],Ne,Be=[],Ue=[],qe,Fe=[],Ge=[],We,U=[],S=[];var Q=class extends r{static{t=this}static{let L=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;o=[p()],d=[p({type:Boolean})],h=[p({type:Boolean})],_=[p({type:Boolean,attribute:"official-app"})],M=[p({type:Boolean})],ie=[p({attribute:"role-color"})],K=[p({attribute:"role-icon"})],we=[p({attribute:"role-name"})],Re=[p({attribute:"clan-icon"})],je=[p({attribute:"clan-tag"})],Ne=[p({type:Boolean})],qe=[de({context:ct}),p({type:Boolean,reflect:!0,attribute:"compact-mode"})],We=[de({context:_e}),p({type:Boolean,reflect:!0,attribute:"light-theme"})],Te(this,null,o,{kind:"accessor",name:"author",static:!1,private:!1,access:{has:C=>"author"in C,get:C=>C.author,set:(C,se)=>{C.author=se}},metadata:L},a,l),Te(this,null,d,{kind:"accessor",name:"bot",static:!1,private:!1,access:{has:C=>"bot"in C,get:C=>C.bot,set:(C,se)=>{C.bot=se}},metadata:L},f,m),Te(this,null,h,{kind:"accessor",name:"server",static:!1,private:!1,access:{has:C=>"server"in C,get:C=>C.server,set:(C,se)=>{C.server=se}},metadata:L},k,w),Te(this,null,_,{kind:"accessor",name:"officialApp",static:!1,private:!1,access:{has:C=>"officialApp"in C,get:C=>C.officialApp,set:(C,se)=>{C.officialApp=se}},metadata:L},y,b),Te(this,null,M,{kind:"accessor",name:"op",static:!1,private:!1,access:{has:C=>"op"in C,get:C=>C.op,set:(C,se)=>{C.op=se}},metadata:L},B,I),Te(this,null,ie,{kind:"accessor",name:"roleColor",static:!1,private:!1,access:{has:C=>"roleColor"in C,get:C=>C.roleColor,set:(C,se)=>{C.roleColor=se}},metadata:L},H,x),Te(this,null,K,{kind:"accessor",name:"roleIcon",static:!1,private:!1,access:{has:C=>"roleIcon"in C,get:C=>C.roleIcon,set:(C,se)=>{C.roleIcon=se}},metadata:L},ge,ye),Te(this,null,we,{kind:"accessor",name:"roleName",static:!1,private:!1,access:{has:C=>"roleName"in C,get:C=>C.roleName,set:(C,se)=>{C.roleName=se}},metadata:L},Oe,Ie),Te(this,null,Re,{kind:"accessor",name:"clanIcon",static:!1,private:!1,access:{has:C=>"clanIcon"in C,get:C=>C.clanIcon,set:(C,se)=>{C.clanIcon=se}},metadata:L},Ve,De),Te(this,null,je,{kind:"accessor",name:"clanTag",static:!1,private:!1,access:{has:C=>"clanTag"in C,get:C=>C.clanTag,set:(C,se)=>{C.clanTag=se}},metadata:L},Le,Pe),Te(this,null,Ne,{kind:"accessor",name:"verified",static:!1,private:!1,access:{has:C=>"verified"in C,get:C=>C.verified,set:(C,se)=>{C.verified=se}},metadata:L},Be,Ue),Te(this,null,qe,{kind:"accessor",name:"compactMode",static:!1,private:!1,access:{has:C=>"compactMode"in C,get:C=>C.compactMode,set:(C,se)=>{C.compactMode=se}},metadata:L},Fe,Ge),Te(this,null,We,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:C=>"lightTheme"in C,get:C=>C.lightTheme,set:(C,se)=>{C.lightTheme=se}},metadata:L},U,S),Te(null,s={value:t},i,{kind:"class",name:t.name,metadata:L},null,e),Q=t=s.value,L&&Object.defineProperty(t,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:L})}static styles=re`
		:host {
			display: inline-flex;
			align-items: center;
			font-size: 16px;
			text-underline-offset: 1px;
			margin-right: 0.25rem;
		}

		:host .discord-author-username {
			color: #fff;
			font-size: 1em;
			font-weight: 500;
		}

		:host .discord-author-username:hover {
			text-decoration: underline;
			cursor: pointer;
		}

		:host([light-theme]) .discord-author-username {
			color: #23262a;
		}

		:host .discord-clan-tag {
			background-color: oklab(0.431937 0.00109309 -0.0132537 / 0.54);
			color: #fff;
			font-size: 12px;
			font-weight: 500;
			margin-left: 0.25rem;
			border-radius: 4px;
			line-height: 100%;
			text-transform: uppercase;
			display: inline-flex;
			width: max-content;
			gap: 0.25rem;
			justify-content: space-between;
			align-items: center;
			padding: 0 0.275rem;
			margin-top: 0.075em;
			height: 1.2rem;
			min-width: 45px;
			line-height: 1rem !important;
			transition: background-color 100ms ease-in-out;
			cursor: pointer;
		}

		:host .discord-clan-tag:hover {
			background-color: oklab(0.431937 0.00109309 -0.0132537 / 0.34);
		}

		:host([light-theme]) .discord-clan-tag {
			background-color: hsl(0 calc(1 * 0%) 0.8%/0.09);
			color: #000;
		}

		:host([light-theme]) .discord-clan-tag:hover {
			background-color: hsl(0 calc(1 * 0%) 0.8%/0.03);
		}

		:host([compact-mode]) .discord-clan-tag {
			margin-left: 0rem;
		}

		:host .discord-clan-tag span,
		:host .discord-clan-tag svg,
		:host .discord-clan-tag img {
			user-select: none;
			-webkit-user-select: none;
		}

		:host .discord-application-tag {
			background-color: #5865f2;
			color: #fff;
			font-size: 0.625em;
			border-radius: 3px;
			line-height: 100%;
			text-transform: uppercase;

			/* Use flex layout to ensure both verified icon and "BOT" text are aligned to center */
			display: inline-flex;
			align-items: center;

			/* Styling taken through Inspect Element on Discord client for Windows */
			height: 0.9375rem;
			padding: 0 0.275rem;
			margin-top: 0.075em;
			border-radius: 0.1875rem;
		}

		:host .discord-official-application {
			background-color: #5865f2;
			color: #fff;
			font-size: 0.625em;
			margin-left: 4px;
			border-radius: 3px;
			line-height: 100%;
			text-transform: uppercase;

			/* Use flex layout to ensure both verified icon and "BOT" text are aligned to center */
			display: flex;
			align-items: center;

			/* Styling taken through Inspect Element on Discord client for Windows */
			height: 0.9375rem;
			padding: 0 0.275rem;
			margin-top: 0.075em;
			border-radius: 0.1875rem;
		}

		:host([compact-mode]) .discord-official-application {
			margin-right: 5px;
			margin-left: 0px !important;
		}

		:host .discord-application-tag.discord-application-tag-op {
			background-color: #c9cdfb;
			color: #4752c4;
			border-radius: 0.4rem;
		}

		:host .discord-author-role-icon {
			margin-left: 0.25rem;
			vertical-align: top;
			height: calc(1rem + 4px);
			width: calc(1rem + 4px);
		}

		:host([compact-mode]) .discord-author-username {
			margin-right: 0.25rem;
		}

		:host([compact-mode]) .discord-application-tag {
			padding-left: 10px;
			padding-right: 4px;
			margin-right: 0.25rem;
		}
	`;#e=ne(this,a,void 0);get author(){return this.#e}set author(L){this.#e=L}#t=(ne(this,l),ne(this,f,!1));get bot(){return this.#t}set bot(L){this.#t=L}#i=(ne(this,m),ne(this,k,!1));get server(){return this.#i}set server(L){this.#i=L}#s=(ne(this,w),ne(this,y,!1));get officialApp(){return this.#s}set officialApp(L){this.#s=L}#r=(ne(this,b),ne(this,B,!1));get op(){return this.#r}set op(L){this.#r=L}#o=(ne(this,I),ne(this,H,void 0));get roleColor(){return this.#o}set roleColor(L){this.#o=L}#a=(ne(this,x),ne(this,ge,void 0));get roleIcon(){return this.#a}set roleIcon(L){this.#a=L}#n=(ne(this,ye),ne(this,Oe,void 0));get roleName(){return this.#n}set roleName(L){this.#n=L}#h=(ne(this,Ie),ne(this,Ve,void 0));get clanIcon(){return this.#h}set clanIcon(L){this.#h=L}#c=(ne(this,De),ne(this,Le,void 0));get clanTag(){return this.#c}set clanTag(L){this.#c=L}#d=(ne(this,Pe),ne(this,Be,!1));get verified(){return this.#d}set verified(L){this.#d=L}#l=(ne(this,Ue),ne(this,Fe,!1));get compactMode(){return this.#l}set compactMode(L){this.#l=L}#m=(ne(this,Ge),ne(this,U,!1));get lightTheme(){return this.#m}set lightTheme(L){this.#m=L}render(){let L=gr(this.clanIcon),C=this.clanTag?.slice(0,4);return n`${Y(this.compactMode,()=>null,()=>n`<span class="discord-author-username" style="${Lt({color:this.roleColor??void 0})}">${this.author}</span>`)}
		${Y(this.roleIcon&&!this.compactMode,()=>n`<img
					class="discord-author-role-icon"
					src=${ae(this.roleIcon)}
					height="20"
					width="20"
					alt=${ae(this.roleName)}
					draggable="false"
				/>`)}
		${Y(this.bot&&!this.server&&!this.officialApp,()=>n`<discord-verified-author-tag .verified=${this.verified}></discord-verified-author-tag>`)}
		${Y(this.server&&!this.bot&&!this.officialApp,()=>n`<span class="discord-application-tag">Server</span>`)}
		${Y(this.officialApp&&!this.server&&!this.bot,()=>n`<span class="discord-official-application">${xt()}OFFICIAL</span>`)}
		${Y(this.op,()=>n`<span class="discord-application-tag discord-application-tag-op">OP</span>`)}
		${Y(this.compactMode,()=>n`<span class="discord-author-username" style="${Lt({color:this.roleColor??void 0})}">${this.author}</span>`)}
		${Y(this.clanIcon&&this.clanTag&&this.clanTag?.length>0,()=>n`
				<span class="discord-clan-tag">
					${L==="string"?n`<img srcset=${ae(L)} alt=${ae(C)} width="12" height="12" draggable="false" />`:L}
					<span>${C}</span>
				</span>
			`)} `}constructor(){super(...arguments),ne(this,S)}static{ne(t,e)}};return Q=t})();var $t=Ke(class extends Ce{constructor(i){if(super(i),i.type!==ze.ATTRIBUTE||i.name!=="class"||i.strings?.length>2)throw Error("`classMap()` can only be used in the `class` attribute and must be the only part in the attribute.")}render(i){return" "+Object.keys(i).filter(s=>i[s]).join(" ")+" "}update(i,[s]){if(this.st===void 0){this.st=new Set,i.strings!==void 0&&(this.nt=new Set(i.strings.join(" ").split(/\s/).filter(t=>t!=="")));for(let t in s)s[t]&&!this.nt?.has(t)&&this.st.add(t);return this.render(s)}let e=i.element.classList;for(let t of this.st)t in s||(e.remove(t),this.st.delete(t));for(let t in s){let r=!!s[t];r===this.st.has(t)||this.nt?.has(t)||(r?(e.add(t),this.st.add(t)):(e.remove(t),this.st.delete(t)))}return ve}});var si=function(i,s,e,t,r,o){function a(M){if(M!==void 0&&typeof M!="function")throw new TypeError("Function expected");return M}for(var l=t.kind,d=l==="getter"?"get":l==="setter"?"set":"value",f=!s&&i?t.static?i:i.prototype:null,m=s||(f?Object.getOwnPropertyDescriptor(f,t.name):{}),h,k=!1,w=e.length-1;w>=0;w--){var _={};for(var y in t)_[y]=y==="access"?{}:t[y];for(var y in t.access)_.access[y]=t.access[y];_.addInitializer=function(M){if(k)throw new TypeError("Cannot add initializers after decoration has completed");o.push(a(M||null))};var b=(0,e[w])(l==="accessor"?{get:m.get,set:m.set}:m[d],_);if(l==="accessor"){if(b===void 0)continue;if(b===null||typeof b!="object")throw new TypeError("Object expected");(h=a(b.get))&&(m.get=h),(h=a(b.set))&&(m.set=h),(h=a(b.init))&&r.unshift(h)}else(h=a(b))&&(l==="field"?r.unshift(h):m[d]=h)}f&&Object.defineProperty(f,t.name,m),k=!0},Ze=function(i,s,e){for(var t=arguments.length>2,r=0;r<s.length;r++)e=t?s[r].call(i,e):s[r].call(i);return t?e:void 0},H4=(()=>{let i=[q("discord-custom-emoji")],s,e=[],t,r=j,o,a=[],l=[],d,f=[],m=[],h,k=[],w=[],_,y=[],b=[],M,B=[],I=[];var ie=class extends r{static{t=this}static{let H=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;o=[p()],d=[p()],h=[p({attribute:!1})],_=[p({type:Boolean,attribute:"embed-emoji"})],M=[p({type:Boolean,attribute:"jumbo"})],si(this,null,o,{kind:"accessor",name:"name",static:!1,private:!1,access:{has:x=>"name"in x,get:x=>x.name,set:(x,K)=>{x.name=K}},metadata:H},a,l),si(this,null,d,{kind:"accessor",name:"url",static:!1,private:!1,access:{has:x=>"url"in x,get:x=>x.url,set:(x,K)=>{x.url=K}},metadata:H},f,m),si(this,null,h,{kind:"accessor",name:"customEmojisMap",static:!1,private:!1,access:{has:x=>"customEmojisMap"in x,get:x=>x.customEmojisMap,set:(x,K)=>{x.customEmojisMap=K}},metadata:H},k,w),si(this,null,_,{kind:"accessor",name:"embedEmoji",static:!1,private:!1,access:{has:x=>"embedEmoji"in x,get:x=>x.embedEmoji,set:(x,K)=>{x.embedEmoji=K}},metadata:H},y,b),si(this,null,M,{kind:"accessor",name:"jumbo",static:!1,private:!1,access:{has:x=>"jumbo"in x,get:x=>x.jumbo,set:(x,K)=>{x.jumbo=K}},metadata:H},B,I),si(null,s={value:t},i,{kind:"class",name:t.name,metadata:H},null,e),ie=t=s.value,H&&Object.defineProperty(t,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:H})}static styles=re`
		.discord-custom-emoji {
			display: inline-block;
			cursor: pointer;
		}

		.discord-custom-emoji .discord-custom-emoji-image {
			object-fit: contain;
			width: 1.375rem;
			height: 1.375rem;
			vertical-align: bottom;
		}

		.discord-custom-emoji .discord-custom-jumbo-emoji-image {
			width: 3rem;
			height: 3rem;
			min-height: 3rem;
		}

		.discord-embed-custom-emoji {
			display: inline-block;
		}

		.discord-embed-custom-emoji .discord-embed-custom-emoji-image {
			width: 18px;
			height: 18px;
			vertical-align: bottom;
		}
	`;#e=Ze(this,a,void 0);get name(){return this.#e}set name(H){this.#e=H}#t=(Ze(this,l),Ze(this,f,void 0));get url(){return this.#t}set url(H){this.#t=H}#i=(Ze(this,m),Ze(this,k,{}));get customEmojisMap(){return this.#i}set customEmojisMap(H){this.#i=H}#s=(Ze(this,w),Ze(this,y,void 0));get embedEmoji(){return this.#s}set embedEmoji(H){this.#s=H}#r=(Ze(this,b),Ze(this,B,void 0));get jumbo(){return this.#r}set jumbo(H){this.#r=H}willUpdate(){if(!this.url&&this.name){let H=ii(this.name)??this.customEmojisMap[this.name];H&&(this.url??=H.url??"",this.embedEmoji??=H.embedEmoji??!1)}}render(){let H=`:${this.name}:`;return n`<span
			class=${$t({"discord-embed-custom-emoji":this.embedEmoji,"discord-custom-emoji":!this.embedEmoji})}
			><img
				aria-label=${H}
				src=${ae(this.url)}
				alt=${H}
				draggable="false"
				class=${$t({"discord-embed-custom-emoji-image":this.embedEmoji,"discord-custom-emoji-image":!this.embedEmoji,"discord-custom-jumbo-emoji-image":this.jumbo})}
		/></span> `}constructor(){super(...arguments),Ze(this,I)}static{Ze(t,e)}};return ie=t})();var He=function(i,s,e,t,r,o){function a(M){if(M!==void 0&&typeof M!="function")throw new TypeError("Function expected");return M}for(var l=t.kind,d=l==="getter"?"get":l==="setter"?"set":"value",f=!s&&i?t.static?i:i.prototype:null,m=s||(f?Object.getOwnPropertyDescriptor(f,t.name):{}),h,k=!1,w=e.length-1;w>=0;w--){var _={};for(var y in t)_[y]=y==="access"?{}:t[y];for(var y in t.access)_.access[y]=t.access[y];_.addInitializer=function(M){if(k)throw new TypeError("Cannot add initializers after decoration has completed");o.push(a(M||null))};var b=(0,e[w])(l==="accessor"?{get:m.get,set:m.set}:m[d],_);if(l==="accessor"){if(b===void 0)continue;if(b===null||typeof b!="object")throw new TypeError("Object expected");(h=a(b.get))&&(m.get=h),(h=a(b.set))&&(m.set=h),(h=a(b.init))&&r.unshift(h)}else(h=a(b))&&(l==="field"?r.unshift(h):m[d]=h)}f&&Object.defineProperty(f,t.name,m),k=!0},le=function(i,s,e){for(var t=arguments.length>2,r=0;r<s.length;r++)e=t?s[r].call(i,e):s[r].call(i);return t?e:void 0},Wa=(()=>{let i=[q("discord-embed")],s,e=[],t,r=j,o,a=[],l=[],d,f=[],m=[],h,k=[],w=[],_,y=[],b=[],M,B=[],I=[],ie,H=[],x=[],K,ge=[],ye=[],we,Oe=[],Ie=[],Re,Ve=[],De=[],je,Le=[],Pe=[],Ne,Be=[],Ue=[],qe,Fe=[],Ge=[];var We=class extends r{static{t=this}static{let U=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;o=[p()],d=[p({attribute:"author-name"})],h=[p({attribute:"author-image"})],_=[p({attribute:"author-url"})],M=[p({attribute:"embed-title"})],ie=[p({attribute:!1})],K=[p()],we=[p()],Re=[p()],je=[p()],Ne=[p()],qe=[de({context:_e,subscribe:!0}),p({type:Boolean,reflect:!0,attribute:"light-theme"})],He(this,null,o,{kind:"accessor",name:"color",static:!1,private:!1,access:{has:S=>"color"in S,get:S=>S.color,set:(S,Q)=>{S.color=Q}},metadata:U},a,l),He(this,null,d,{kind:"accessor",name:"authorName",static:!1,private:!1,access:{has:S=>"authorName"in S,get:S=>S.authorName,set:(S,Q)=>{S.authorName=Q}},metadata:U},f,m),He(this,null,h,{kind:"accessor",name:"authorImage",static:!1,private:!1,access:{has:S=>"authorImage"in S,get:S=>S.authorImage,set:(S,Q)=>{S.authorImage=Q}},metadata:U},k,w),He(this,null,_,{kind:"accessor",name:"authorUrl",static:!1,private:!1,access:{has:S=>"authorUrl"in S,get:S=>S.authorUrl,set:(S,Q)=>{S.authorUrl=Q}},metadata:U},y,b),He(this,null,M,{kind:"accessor",name:"embedTitle",static:!1,private:!1,access:{has:S=>"embedTitle"in S,get:S=>S.embedTitle,set:(S,Q)=>{S.embedTitle=Q}},metadata:U},B,I),He(this,null,ie,{kind:"accessor",name:"embedEmojisMap",static:!1,private:!1,access:{has:S=>"embedEmojisMap"in S,get:S=>S.embedEmojisMap,set:(S,Q)=>{S.embedEmojisMap=Q}},metadata:U},H,x),He(this,null,K,{kind:"accessor",name:"url",static:!1,private:!1,access:{has:S=>"url"in S,get:S=>S.url,set:(S,Q)=>{S.url=Q}},metadata:U},ge,ye),He(this,null,we,{kind:"accessor",name:"thumbnail",static:!1,private:!1,access:{has:S=>"thumbnail"in S,get:S=>S.thumbnail,set:(S,Q)=>{S.thumbnail=Q}},metadata:U},Oe,Ie),He(this,null,Re,{kind:"accessor",name:"image",static:!1,private:!1,access:{has:S=>"image"in S,get:S=>S.image,set:(S,Q)=>{S.image=Q}},metadata:U},Ve,De),He(this,null,je,{kind:"accessor",name:"video",static:!1,private:!1,access:{has:S=>"video"in S,get:S=>S.video,set:(S,Q)=>{S.video=Q}},metadata:U},Le,Pe),He(this,null,Ne,{kind:"accessor",name:"provider",static:!1,private:!1,access:{has:S=>"provider"in S,get:S=>S.provider,set:(S,Q)=>{S.provider=Q}},metadata:U},Be,Ue),He(this,null,qe,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:S=>"lightTheme"in S,get:S=>S.lightTheme,set:(S,Q)=>{S.lightTheme=Q}},metadata:U},Fe,Ge),He(null,s={value:t},i,{kind:"class",name:t.name,metadata:U},null,e),We=t=s.value,U&&Object.defineProperty(t,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:U})}static styles=re`
		:host {
			color: #dcddde;
			display: flex;
			font-size: 13px;
			line-height: 150%;
			margin-bottom: 8px;
			margin-top: 8px;
		}

		:host([light-theme]) {
			color: #2e3338;
		}

		:host .discord-left-border {
			background-color: #202225;
			border-radius: 4px 0 0 4px;
			flex-shrink: 0;
			width: 4px;
		}

		:host([light-theme]) .discord-left-border {
			background-color: #e3e5e8;
		}

		:host .discord-embed-root {
			display: grid;
			grid-auto-flow: row;
			grid-row-gap: 0.25rem;
			min-height: 0;
			min-width: 0;
			text-indent: 0;
		}

		:host .discord-embed-wrapper {
			background-color: #2f3136;
			max-width: 520px;
			border: 1px solid rgba(46, 48, 54, 0.6);
			border-radius: 0 4px 4px 0;
			justify-self: start;
			align-self: start;
			display: grid;
			box-sizing: border-box;
		}

		:host([light-theme]) .discord-embed-wrapper {
			background-color: rgb(242, 243, 245);
			border-color: rgba(205, 205, 205, 0.3);
		}

		:host .discord-embed-wrapper .discord-embed-grid {
			display: inline-grid;
			grid-template-columns: auto -webkit-min-content;
			grid-template-columns: auto min-content;
			grid-template-columns: auto;
			grid-template-rows: auto;
			padding: 0.5rem 1rem 1rem 0.75rem;
		}

		:host .discord-embed-thumbnail {
			border-radius: 4px;
			flex-shrink: 0;
			grid-column: 2/2;
			grid-row: 1/8;
			justify-self: end;
			margin-left: 16px;
			margin-top: 8px;
			max-height: 80px;
			max-width: 80px;
			object-fit: contain;
			object-position: top center;
		}

		:host .discord-embed-author {
			-webkit-box-align: center;
			align-items: center;
			color: #fff;
			font-size: 14px;
			display: flex;
			font-weight: 600;
			grid-column: 1 / 1;
			margin-top: 8px;
			min-width: 0;
		}

		:host([light-theme]) .discord-embed-author {
			color: #060607;
		}

		:host .discord-embed-author a {
			color: #fff;
			font-weight: 600;
			text-decoration: none;
		}

		:host .discord-embed-author a:hover {
			text-decoration: underline;
		}

		:host([light-theme]) .discord-embed-author a {
			color: #060607;
		}

		:host .discord-embed-author .discord-author-image {
			border-radius: 50%;
			height: 24px;
			margin-right: 8px;
			width: 24px;
		}

		:host .discord-embed-author-block,
		:host .discord-embed-author-block > span {
			max-width: 95%;
		}

		:host .discord-embed-provider {
			font-size: 0.75rem;
			line-height: 1rem;
			font-weight: 400;
			grid-column: 1/1;
			margin-top: 8px;
			unicode-bidi: plaintext;
			text-align: left;
		}

		:host([light-theme]) .discord-embed-provider {
			color: #4f545c;
		}

		:host .discord-embed-title {
			-webkit-box-align: center;
			align-items: center;
			color: #fff;
			display: inline-block;
			font-size: 1rem;
			font-weight: 600;
			grid-column: 1 / 1;
			margin-top: 8px;
			min-width: 0;
		}

		:host([light-theme]) .discord-embed-title {
			color: #060607;
		}

		:host .discord-embed-title a {
			color: #00aff4;
			font-weight: 600;
			text-decoration: none;
		}

		:host .discord-embed-title a:hover {
			text-decoration: underline;
		}

		:host .discord-embed-image {
			border-radius: 4px;
			max-width: 300px;
			max-height: 300px;
		}

		:host .discord-embed-media {
			border-radius: 4px;
			contain: paint;
			display: block;
			grid-column: 1/1;
			margin-top: 16px;
		}

		:host .discord-embed-media.discord-embed-media-video {
			height: 225px;
		}

		:host .discord-embed.media .discord-embed-image {
			overflow: hidden;
			position: relative;
			user-select: text;
		}

		:host .discord-embed-media .discord-embed-video {
			-webkit-box-align: center;
			-webkit-box-pack: center;
			align-items: center;
			border-radius: 0;
			cursor: pointer;
			display: flex;
			height: 100%;
			justify-content: center;
			max-height: 100%;
			width: 100%;

			width: 400px;
			height: 225px;
			left: 0px;
			top: 0px;
		}

		.discord-embed-custom-emoji {
			display: inline-block;
		}

		.discord-embed-custom-emoji .discord-embed-custom-emoji-image {
			width: 18px;
			height: 18px;
			vertical-align: bottom;
		}

		slot[name='footer']::slotted(*) {
			grid-column: 1/3;
			grid-row: auto/auto;
		}
	`;#e=le(this,a,void 0);get color(){return this.#e}set color(U){this.#e=U}#t=(le(this,l),le(this,f,void 0));get authorName(){return this.#t}set authorName(U){this.#t=U}#i=(le(this,m),le(this,k,void 0));get authorImage(){return this.#i}set authorImage(U){this.#i=U}#s=(le(this,w),le(this,y,void 0));get authorUrl(){return this.#s}set authorUrl(U){this.#s=U}#r=(le(this,b),le(this,B,void 0));get embedTitle(){return this.#r}set embedTitle(U){this.#r=U}#o=(le(this,I),le(this,H,{}));get embedEmojisMap(){return this.#o}set embedEmojisMap(U){this.#o=U}#a=(le(this,x),le(this,ge,void 0));get url(){return this.#a}set url(U){this.#a=U}#n=(le(this,ye),le(this,Oe,void 0));get thumbnail(){return this.#n}set thumbnail(U){this.#n=U}#h=(le(this,Ie),le(this,Ve,void 0));get image(){return this.#h}set image(U){this.#h=U}#c=(le(this,De),le(this,Le,void 0));get video(){return this.#c}set video(U){this.#c=U}#d=(le(this,Pe),le(this,Be,void 0));get provider(){return this.#d}set provider(U){this.#d=U}#l=(le(this,Ue),le(this,Fe,!1));get lightTheme(){return this.#l}set lightTheme(U){this.#l=U}render(){let U=this.parseTitle(this.authorName),S=this.parseTitle(this.embedTitle);return n`<div style=${Lt({"background-color":this.color})} class="discord-left-border"></div>
			<div class="discord-embed-root">
				<div class="discord-embed-wrapper">
					<div class="discord-embed-grid">
						${Y(this.provider,()=>n`<div class="discord-embed-provider">${this.provider}</div>`)}
						${Y(U,()=>n`<div class="discord-embed-author">
									${Y(this.authorImage,()=>n`<img src=${ae(this.authorImage)} alt="" class="discord-author-image" />`)}
									${Y(this.authorUrl,()=>n`<a
												href=${ae(this.authorUrl)}
												target="_blank"
												rel="noopener noreferrer"
												class="discord-embed-author-block"
											>
												<span class="discord-embed-author-block">${U}</span>
											</a>`,()=>n`<span class="discord-embed-author-block">${U}</span>`)}
								</div>`)}
						${Y(S,()=>n`<div class="discord-embed-title">
									${this.url?n`<a href="${this.url}" target="_blank" rel="noopener noreferrer"> ${S} </a>`:n`${S}`}
								</div>`)}
						<slot name="description"></slot>
						<slot name="fields"></slot>
						${Y(this.image||this.video,()=>n`<div class=${$t({"discord-embed-media":!0,"discord-embed-media-video":!!this.video})}>
									${this.renderMedia()}
								</div>`)}
						${Y(this.thumbnail,()=>n`<img src=${ae(this.thumbnail)} alt="" class="discord-embed-thumbnail" />`)}
						<slot name="footer"></slot>
					</div>
				</div>
			</div>`}renderMedia(){return this.video?n`
				<video
					controls
					muted
					preload="none"
					poster=${ae(this.image)}
					src=${ae(this.video)}
					height="225"
					width="400"
					class="discord-embed-video"
				>
					<img src=${ae(this.image)} alt="Discord embed media" class="discord-embed-image" />
				</video>
			`:this.image?n`<img src=${ae(this.image)} alt="Discord embed media" class="discord-embed-image" />`:null}parseTitle(U){if(!U)return null;let S=[],Q="";for(let L of U.split(`
`)){for(let C of L.split(" ")){let se=ii(C)??this.embedEmojisMap[C]??{};se.name?S.push(n`<discord-custom-emoji name=${se.name} url=${ae(se.url)} embed-emoji></discord-custom-emoji>`):Q+=`${C} `,Q===" "&&S.push(n`<br />`)}S.push(Q),Q=""}return S.map(L=>typeof L=="string"?n`<span>${L}</span>`:L)}constructor(){super(...arguments),le(this,Ge)}static{le(t,e)}};return We=t})();var pc=function(i,s,e,t,r,o){function a(M){if(M!==void 0&&typeof M!="function")throw new TypeError("Function expected");return M}for(var l=t.kind,d=l==="getter"?"get":l==="setter"?"set":"value",f=!s&&i?t.static?i:i.prototype:null,m=s||(f?Object.getOwnPropertyDescriptor(f,t.name):{}),h,k=!1,w=e.length-1;w>=0;w--){var _={};for(var y in t)_[y]=y==="access"?{}:t[y];for(var y in t.access)_.access[y]=t.access[y];_.addInitializer=function(M){if(k)throw new TypeError("Cannot add initializers after decoration has completed");o.push(a(M||null))};var b=(0,e[w])(l==="accessor"?{get:m.get,set:m.set}:m[d],_);if(l==="accessor"){if(b===void 0)continue;if(b===null||typeof b!="object")throw new TypeError("Object expected");(h=a(b.get))&&(m.get=h),(h=a(b.set))&&(m.set=h),(h=a(b.init))&&r.unshift(h)}else(h=a(b))&&(l==="field"?r.unshift(h):m[d]=h)}f&&Object.defineProperty(f,t.name,m),k=!0},fc=function(i,s,e){for(var t=arguments.length>2,r=0;r<s.length;r++)e=t?s[r].call(i,e):s[r].call(i);return t?e:void 0},Ka=(()=>{let i=[q("discord-embed-description")],s,e=[],t,r=j;var o=class extends r{static{t=this}static{let a=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;pc(null,s={value:t},i,{kind:"class",name:t.name,metadata:a},null,e),o=t=s.value,a&&Object.defineProperty(t,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:a})}static styles=re`
		:host {
			font-size: 0.875rem;
			font-weight: 400;
			grid-column: 1/1;
			line-height: 1.125rem;
			margin-top: 8px;
			min-width: 0;
		}
	`;render(){return n`<slot></slot>`}static{fc(t,e)}};return o=t})();var ri=function(i,s,e,t,r,o){function a(M){if(M!==void 0&&typeof M!="function")throw new TypeError("Function expected");return M}for(var l=t.kind,d=l==="getter"?"get":l==="setter"?"set":"value",f=!s&&i?t.static?i:i.prototype:null,m=s||(f?Object.getOwnPropertyDescriptor(f,t.name):{}),h,k=!1,w=e.length-1;w>=0;w--){var _={};for(var y in t)_[y]=y==="access"?{}:t[y];for(var y in t.access)_.access[y]=t.access[y];_.addInitializer=function(M){if(k)throw new TypeError("Cannot add initializers after decoration has completed");o.push(a(M||null))};var b=(0,e[w])(l==="accessor"?{get:m.get,set:m.set}:m[d],_);if(l==="accessor"){if(b===void 0)continue;if(b===null||typeof b!="object")throw new TypeError("Object expected");(h=a(b.get))&&(m.get=h),(h=a(b.set))&&(m.set=h),(h=a(b.init))&&r.unshift(h)}else(h=a(b))&&(l==="field"?r.unshift(h):m[d]=h)}f&&Object.defineProperty(f,t.name,m),k=!0},Xe=function(i,s,e){for(var t=arguments.length>2,r=0;r<s.length;r++)e=t?s[r].call(i,e):s[r].call(i);return t?e:void 0},Ya=(()=>{let i=[q("discord-embed-field")],s,e=[],t,r=j,o,a=[],l=[],d,f=[],m=[],h,k=[],w=[],_,y=[],b=[],M,B=[],I=[];var ie=class extends r{static{t=this}static{let H=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;o=[p({reflect:!0,attribute:"field-title"})],d=[p({attribute:!1})],h=[p({type:Boolean,reflect:!0,attribute:"inline"})],_=[p({type:Number,reflect:!0,attribute:"inline-index"})],M=[de({context:_e,subscribe:!0}),p({type:Boolean,reflect:!0,attribute:"light-theme"})],ri(this,null,o,{kind:"accessor",name:"fieldTitle",static:!1,private:!1,access:{has:x=>"fieldTitle"in x,get:x=>x.fieldTitle,set:(x,K)=>{x.fieldTitle=K}},metadata:H},a,l),ri(this,null,d,{kind:"accessor",name:"embedFieldEmojisMap",static:!1,private:!1,access:{has:x=>"embedFieldEmojisMap"in x,get:x=>x.embedFieldEmojisMap,set:(x,K)=>{x.embedFieldEmojisMap=K}},metadata:H},f,m),ri(this,null,h,{kind:"accessor",name:"inline",static:!1,private:!1,access:{has:x=>"inline"in x,get:x=>x.inline,set:(x,K)=>{x.inline=K}},metadata:H},k,w),ri(this,null,_,{kind:"accessor",name:"inlineIndex",static:!1,private:!1,access:{has:x=>"inlineIndex"in x,get:x=>x.inlineIndex,set:(x,K)=>{x.inlineIndex=K}},metadata:H},y,b),ri(this,null,M,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:x=>"lightTheme"in x,get:x=>x.lightTheme,set:(x,K)=>{x.lightTheme=K}},metadata:H},B,I),ri(null,s={value:t},i,{kind:"class",name:t.name,metadata:H},null,e),ie=t=s.value,H&&Object.defineProperty(t,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:H})}static styles=re`
		:host {
			font-size: 0.875rem;
			line-height: 1.125rem;
			min-width: 0;
			font-weight: 400;
			grid-column: 1/13;
			word-break: break-word;
		}

		:host .discord-field-title {
			color: #ffffff;
			font-weight: 600;
			font-size: 0.875rem;
			line-height: 1.125rem;
			min-width: 0;
			margin-bottom: 2px;
		}

		:host .discord-inline-field {
			flex-grow: 1;
			flex-basis: auto;
			min-width: 150px;
		}

		:host([light-theme]) .discord-field-title {
			color: #313338;
		}
	`;#e=Xe(this,a,void 0);get fieldTitle(){return this.#e}set fieldTitle(H){this.#e=H}#t=(Xe(this,l),Xe(this,f,{}));get embedFieldEmojisMap(){return this.#t}set embedFieldEmojisMap(H){this.#t=H}#i=(Xe(this,m),Xe(this,k,!1));get inline(){return this.#i}set inline(H){this.#i=H}#s=(Xe(this,w),Xe(this,y,void 0));get inlineIndex(){return this.#s}set inlineIndex(H){this.#s=H}#r=(Xe(this,b),Xe(this,B,!1));get lightTheme(){return this.#r}set lightTheme(H){this.#r=H}validInlineIndices=(Xe(this,I),new Set([1,2,3]));checkInlineIndex(){if(this.inlineIndex){let H=Number(this.inlineIndex);if(!Number.isNaN(H)&&!this.validInlineIndices.has(H))throw new RangeError("DiscordEmbedField `inlineIndex` prop must be one of: 1, 2, or 3")}}render(){this.checkInlineIndex();let H=this.parseTitle(this.fieldTitle),x=Y(H,()=>n`<div class="discord-field-title">${[...H]}</div>`);return n`${x}<slot></slot>`}parseTitle(H){if(!H)return null;let x=[],K="";for(let ge of H.split(`
`)){for(let ye of ge.split(" ")){let we=ii(ye)??this.embedFieldEmojisMap[ye]??{};we.name?x.push(n`<discord-custom-emoji name=${we.name} url=${ae(we.url)} embed-emoji></discord-custom-emoji>`):K+=`${ye} `,K===" "&&x.push(n`<br />`)}x.push(K),K=""}return x.map(ge=>typeof ge=="string"?n`<span>${ge}</span>`:ge)}static{Xe(t,e)}};return ie=t})();var ns=function(i,s,e,t,r,o){function a(M){if(M!==void 0&&typeof M!="function")throw new TypeError("Function expected");return M}for(var l=t.kind,d=l==="getter"?"get":l==="setter"?"set":"value",f=!s&&i?t.static?i:i.prototype:null,m=s||(f?Object.getOwnPropertyDescriptor(f,t.name):{}),h,k=!1,w=e.length-1;w>=0;w--){var _={};for(var y in t)_[y]=y==="access"?{}:t[y];for(var y in t.access)_.access[y]=t.access[y];_.addInitializer=function(M){if(k)throw new TypeError("Cannot add initializers after decoration has completed");o.push(a(M||null))};var b=(0,e[w])(l==="accessor"?{get:m.get,set:m.set}:m[d],_);if(l==="accessor"){if(b===void 0)continue;if(b===null||typeof b!="object")throw new TypeError("Object expected");(h=a(b.get))&&(m.get=h),(h=a(b.set))&&(m.set=h),(h=a(b.init))&&r.unshift(h)}else(h=a(b))&&(l==="field"?r.unshift(h):m[d]=h)}f&&Object.defineProperty(f,t.name,m),k=!0},dt=function(i,s,e){for(var t=arguments.length>2,r=0;r<s.length;r++)e=t?s[r].call(i,e):s[r].call(i);return t?e:void 0},Za=(()=>{let i=[q("discord-embed-footer")],s,e=[],t,r=j,o,a=[],l=[],d,f=[],m=[],h,k=[],w=[],_,y=[],b=[];var M=class extends r{static{t=this}static{let B=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;o=[p({attribute:"footer-image"})],d=[p({attribute:"footer-image-alt"})],h=[p({type:String,reflect:!0,converter:I=>ti(I),attribute:!0})],_=[de({context:_e,subscribe:!0}),p({type:Boolean,reflect:!0,attribute:"light-theme"})],ns(this,null,o,{kind:"accessor",name:"footerImage",static:!1,private:!1,access:{has:I=>"footerImage"in I,get:I=>I.footerImage,set:(I,ie)=>{I.footerImage=ie}},metadata:B},a,l),ns(this,null,d,{kind:"accessor",name:"footerImageAlt",static:!1,private:!1,access:{has:I=>"footerImageAlt"in I,get:I=>I.footerImageAlt,set:(I,ie)=>{I.footerImageAlt=ie}},metadata:B},f,m),ns(this,null,h,{kind:"accessor",name:"timestamp",static:!1,private:!1,access:{has:I=>"timestamp"in I,get:I=>I.timestamp,set:(I,ie)=>{I.timestamp=ie}},metadata:B},k,w),ns(this,null,_,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:I=>"lightTheme"in I,get:I=>I.lightTheme,set:(I,ie)=>{I.lightTheme=ie}},metadata:B},y,b),ns(null,s={value:t},i,{kind:"class",name:t.name,metadata:B},null,e),M=t=s.value,B&&Object.defineProperty(t,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:B})}static styles=re`
		:host {
			-webkit-box-align: center;
			align-items: center;
			display: flex;
			font-size: 12px;
			line-height: 16px;
			font-weight: 500;
			margin-top: 8px;
		}

		:host([light-theme]) {
			color: #747f8d;
		}

		:host .discord-footer-image {
			border-radius: 50%;
			flex-shrink: 0;
			height: 20px;
			margin-right: 8px;
			width: 20px;
		}

		:host .discord-footer-separator {
			color: #dcddde;
			font-weight: 500;
			display: inline-block;
			margin: 0 4px;
		}

		:host([light-theme]) .discord-footer-separator {
			color: #5c5e66;
		}
	`;#e=dt(this,a,void 0);get footerImage(){return this.#e}set footerImage(B){this.#e=B}#t=(dt(this,l),dt(this,f,void 0));get footerImageAlt(){return this.#t}set footerImageAlt(B){this.#t=B}#i=(dt(this,m),dt(this,k,void 0));get timestamp(){return this.#i}set timestamp(B){this.#i=B}#s=(dt(this,w),dt(this,y,!1));get lightTheme(){return this.#s}set lightTheme(B){this.#s=B}updateTimestamp(B){B&&!Number.isNaN(new Date(B).getTime())&&(this.timestamp=ti(B))}render(){return this.updateTimestamp(this.timestamp),n`${Y(this.footerImage,()=>n`<img src=${ae(this.footerImage)} alt=${ae(this.footerImageAlt)} class="discord-footer-image" />`)}
			<slot></slot>
			${Y(this.timestamp,()=>n`<span class="discord-footer-separator">&bull;</span>`)}
			${Y(this.timestamp,()=>` ${this.timestamp}`,()=>null)}`}constructor(){super(...arguments),dt(this,b)}static{dt(t,e)}};return M=t})();var Xa=(i,s,e)=>{for(let t of s)if(t[0]===i)return(0,t[1])();return e?.()};function uc(i){return i.startsWith("#")?i.slice(1):i}function vc(i){let s=i.length===3||i.length===4,e=s?`${i.slice(0,1)}${i.slice(0,1)}`:i.slice(0,2),t=s?`${i.slice(1,2)}${i.slice(1,2)}`:i.slice(2,4),r=s?`${i.slice(2,3)}${i.slice(2,3)}`:i.slice(4,6),o=(s?`${i.slice(3,4)}${i.slice(3,4)}`:i.slice(6,8))||"ff";return{r:e,g:t,b:r,a:o}}function br(i){return Number.parseInt(i,16)}function gc({r:i,g:s,b:e,a:t}){return{r:br(i),g:br(s),b:br(e),a:Number((br(t)/255).toFixed(2))}}function bc(i){return typeof i=="number"||typeof i=="string"&&Number.isFinite(Number(i))}function yc(i,s){let{r:e,g:t,b:r,a:o}=i,a=bc(s)?s:o;return`rgba(${e}, ${t}, ${r}, ${a})`}function yr(i,s){let e=uc(i),t=vc(e),r=gc(t);return yc(r,s)}var wc=R`
	<path
		fill-rule="evenodd"
		clip-rule="evenodd"
		fill="currentColor"
		d="M18.5 23c.88 0 1.7-.25 2.4-.69l1.4 1.4a1 1 0 0 0 1.4-1.42l-1.39-1.4A4.5 4.5 0 1 0 18.5 23Zm0-2a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z"
	/>
	<path
		fill="currentColor"
		d="M3 3a1 1 0 0 0 0 2h18a1 1 0 1 0 0-2H3ZM2 8a1 1 0 0 1 1-1h18a1 1 0 1 1 0 2H3a1 1 0 0 1-1-1ZM3 11a1 1 0 1 0 0 2h11a1 1 0 1 0 0-2H3ZM2 16a1 1 0 0 1 1-1h8a1 1 0 1 1 0 2H3a1 1 0 0 1-1-1ZM3 19a1 1 0 1 0 0 2h8a1 1 0 1 0 0-2H3Z"
	/>
`;function uo(i={}){return n`<svg
		${V(i)}
		class="discord-mention-icon"
		aria-label="Browse Channels"
		aria-hidden="false"
		role="img"
		width="24"
		height="24"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${wc}
	</svg>`}var zc=R`
	<path
		fill="currentColor"
		d="M21.487 5.126L12.487 0.126C12.184 -0.042 11.818 -0.042 11.515 0.126L2.51498 5.126C2.19798 5.302 2.00098 5.636 2.00098 5.999C2.00098 6.693 2.11498 22.999 12.001 22.999C21.887 22.999 22.001 6.693 22.001 5.999C22.001 5.636 21.804 5.302 21.487 5.126ZM12.001 5.999C13.382 5.999 14.501 7.118 14.501 8.499C14.501 9.88 13.382 10.999 12.001 10.999C10.62 10.999 9.50098 9.88 9.50098 8.499C9.50098 7.118 10.62 5.999 12.001 5.999ZM8.25098 16C8.25098 13.699 9.69998 12.25 12.001 12.25C14.302 12.25 15.751 13.699 15.751 16H8.25098Z"
	/>
`;function vo(i={}){return n`<svg
		${V(i)}
		class="discord-mention-icon"
		aria-label="Customise Community"
		aria-hidden="false"
		role="img"
		width="24"
		height="24"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${zc}
	</svg>`}var _c=R`
	<path
		d="M11 3a1 1 0 1 1 2 0v2h5.75c.16 0 .3.07.4.2l2.63 3.5a.5.5 0 0 1 0 .6l-2.63 3.5a.5.5 0 0 1-.4.2H13v5h2a2 2 0 0 1 2 2v1a1 1 0 0 1-1 1H8a1 1 0 0 1-1-1v-1c0-1.1.9-2 2-2h2v-5H2.8a.5.5 0 0 1-.44-.72L3.9 9.22a.5.5 0 0 0 0-.44L2.36 5.72A.5.5 0 0 1 2.81 5H11V3Z"
		fill="currentColor"
	/>
`;function go(i={}){return n`<svg
		${V(i)}
		class="discord-mention-icon"
		aria-label="Server Guide"
		aria-hidden="false"
		role="img"
		width="24"
		height="24"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${_c}
	</svg>`}var ls=function(i,s,e,t,r,o){function a(M){if(M!==void 0&&typeof M!="function")throw new TypeError("Function expected");return M}for(var l=t.kind,d=l==="getter"?"get":l==="setter"?"set":"value",f=!s&&i?t.static?i:i.prototype:null,m=s||(f?Object.getOwnPropertyDescriptor(f,t.name):{}),h,k=!1,w=e.length-1;w>=0;w--){var _={};for(var y in t)_[y]=y==="access"?{}:t[y];for(var y in t.access)_.access[y]=t.access[y];_.addInitializer=function(M){if(k)throw new TypeError("Cannot add initializers after decoration has completed");o.push(a(M||null))};var b=(0,e[w])(l==="accessor"?{get:m.get,set:m.set}:m[d],_);if(l==="accessor"){if(b===void 0)continue;if(b===null||typeof b!="object")throw new TypeError("Object expected");(h=a(b.get))&&(m.get=h),(h=a(b.set))&&(m.set=h),(h=a(b.init))&&r.unshift(h)}else(h=a(b))&&(l==="field"?r.unshift(h):m[d]=h)}f&&Object.defineProperty(f,t.name,m),k=!0},mt=function(i,s,e){for(var t=arguments.length>2,r=0;r<s.length;r++)e=t?s[r].call(i,e):s[r].call(i);return t?e:void 0},Ja=(()=>{let i=[q("discord-mention")],s,e=[],t,r=j,o,a=[],l=[],d,f=[],m=[],h,k=[],w=[],_,y=[],b=[];var M=class extends r{static{t=this}static{let B=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;o=[p({type:Boolean,reflect:!0})],d=[p({reflect:!0})],h=[p({reflect:!0})],_=[de({context:_e,subscribe:!0}),p({type:Boolean,reflect:!0,attribute:"light-theme"})],ls(this,null,o,{kind:"accessor",name:"highlight",static:!1,private:!1,access:{has:I=>"highlight"in I,get:I=>I.highlight,set:(I,ie)=>{I.highlight=ie}},metadata:B},a,l),ls(this,null,d,{kind:"accessor",name:"type",static:!1,private:!1,access:{has:I=>"type"in I,get:I=>I.type,set:(I,ie)=>{I.type=ie}},metadata:B},f,m),ls(this,null,h,{kind:"accessor",name:"color",static:!1,private:!1,access:{has:I=>"color"in I,get:I=>I.color,set:(I,ie)=>{I.color=ie}},metadata:B},k,w),ls(this,null,_,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:I=>"lightTheme"in I,get:I=>I.lightTheme,set:(I,ie)=>{I.lightTheme=ie}},metadata:B},y,b),ls(null,s={value:t},i,{kind:"class",name:t.name,metadata:B},null,e),M=t=s.value,B&&Object.defineProperty(t,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:B})}static styles=re`
		:host {
			color: #e3e7f8;
			background-color: hsla(235, 85.6%, 64.7%, 0.3);
			font-weight: 500;
			padding: 0 2px;
			border-radius: 3px;
			unicode-bidi: -moz-plaintext;
			unicode-bidi: plaintext;
			-webkit-transition:
				background-color 50ms ease-out,
				color 50ms ease-out;
			transition:
				background-color 50ms ease-out,
				color 50ms ease-out;
			cursor: pointer;
		}

		:host([type='role']) {
			background-color: rgba(#e3e7f8, 0.1);
		}

		:host([type='channel']) {
			position: relative;
		}

		:host([type='voice']),
		:host([type='locked']),
		:host([type='thread']),
		:host([type='forum']) {
			position: relative;
		}

		:host(:hover) {
			color: #fff;
			background-color: hsl(235, 85.6%, 64.7%);
		}

		:host([highlight][type='user']:hover) {
			text-decoration: underline;
			text-underline-offset: 1px;
		}

		:host([light-theme]) {
			color: #5865f2;
			background-color: hsla(235, 85.6%, 64.7%, 0.15);
		}

		:host([light-theme]:hover) {
			color: #ffffff;
			background-color: hsl(235, 85.6%, 64.7%);
		}

		.discord-mention-icon {
			width: 1rem;
			height: 1rem;
			margin-right: 4px;
			vertical-align: middle;
			margin-bottom: 0.2rem;
		}

		.no-wrap {
			white-space: nowrap;
		}
	`;#e=mt(this,a,!1);get highlight(){return this.#e}set highlight(B){this.#e=B}#t=(mt(this,l),mt(this,f,"user"));get type(){return this.#t}set type(B){this.#t=B}#i=(mt(this,m),mt(this,k,void 0));get color(){return this.#i}set color(B){this.#i=B}setHoverColor=(mt(this,w),()=>{this.color&&(this.style.backgroundColor=yr(this.color,.3))});resetHoverColor=()=>{this.color&&(this.style.backgroundColor=yr(this.color,.1))};#s=mt(this,y,!1);get lightTheme(){return this.#s}set lightTheme(B){this.#s=B}connectedCallback(){super.connectedCallback(),this.color&&this.type==="role"&&(this.addEventListener("mouseover",this.setHoverColor),this.addEventListener("mouseout",this.resetHoverColor))}disconnectedCallback(){this.removeEventListener("mouseover",this.setHoverColor),this.removeEventListener("mouseout",this.resetHoverColor),super.disconnectedCallback()}willUpdate(){this.color&&(this.style.color=this.color,this.type==="role"&&(this.style.backgroundColor=yr(this.color,.1)))}render(){return n`<span class="no-wrap"
				>${Xa(this.type,[["channel",()=>is()],["user",()=>n`@`],["role",()=>n`@`],["voice",()=>os()],["locked",()=>rs()],["thread",()=>ss()],["forum",()=>ts()],["server-guide",()=>go()],["channels-and-roles",()=>uo()],["customize-community",()=>vo()],["slash",()=>n`/`]])}</span
			><slot></slot>`}constructor(){super(...arguments),mt(this,b)}static{mt(t,e)}};return M=t})();var xc=R`
 	<path 
		fill="currentColor" 
 		d="M15.56 11.77c.2-.1.44.02.44.23a4 4 0 1 1-4-4c.21 0 .33.25.23.44a2.5 2.5 0 0 0 3.32 3.32Z"
 	/>
  	<path 
		fill="currentColor" 
  		fill-rule="evenodd" 
  		d="M22.89 11.7q.105.3 0 .6C22.27 13.9 19.1 21 12 21c-7.11 0-10.27-7.11-10.89-8.7a.83.83 0 0 1 0-.6C1.73 10.1 4.9 3 12 3c7.11 0 10.27 7.11 10.89 8.7m-4.5-3.62A15.1 15.1 0 0 1 20.85 12c-.38.88-1.18 2.47-2.46 3.92C16.87 17.62 14.8 19 12 19s-4.87-1.38-6.39-3.08A15.1 15.1 0 0 1 3.15 12c.38-.88 1.18-2.47 2.46-3.92C7.13 6.38 9.2 5 12 5s4.87 1.38 6.39 3.08" 
  		clip-rule="evenodd"
  	/>
`;function bo(i={}){return n`<svg
		${V(i)}
		class="discord-message-ephemeral-icon"
		aria-hidden="false"
		width="16"
		height="16"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${xc}
	</svg>`}var he=function(i,s,e,t,r,o){function a(M){if(M!==void 0&&typeof M!="function")throw new TypeError("Function expected");return M}for(var l=t.kind,d=l==="getter"?"get":l==="setter"?"set":"value",f=!s&&i?t.static?i:i.prototype:null,m=s||(f?Object.getOwnPropertyDescriptor(f,t.name):{}),h,k=!1,w=e.length-1;w>=0;w--){var _={};for(var y in t)_[y]=y==="access"?{}:t[y];for(var y in t.access)_.access[y]=t.access[y];_.addInitializer=function(M){if(k)throw new TypeError("Cannot add initializers after decoration has completed");o.push(a(M||null))};var b=(0,e[w])(l==="accessor"?{get:m.get,set:m.set}:m[d],_);if(l==="accessor"){if(b===void 0)continue;if(b===null||typeof b!="object")throw new TypeError("Object expected");(h=a(b.get))&&(m.get=h),(h=a(b.set))&&(m.set=h),(h=a(b.init))&&r.unshift(h)}else(h=a(b))&&(l==="field"?r.unshift(h):m[d]=h)}f&&Object.defineProperty(f,t.name,m),k=!0},G=function(i,s,e){for(var t=arguments.length>2,r=0;r<s.length;r++)e=t?s[r].call(i,e):s[r].call(i);return t?e:void 0},Qa=(()=>{let i=[q("discord-message")],s,e=[],t,r=j,o,a=[],l=[],d,f=[],m=[],h,k=[],w=[],_,y=[],b=[],M,B=[],I=[],ie,H=[],x=[],K,ge=[],ye=[],we,Oe=[],Ie=[],Re,Ve=[],De=[],je,Le=[],Pe=[],Ne,Be=[],Ue=[],qe,Fe=[],Ge=[],We,U=[],S=[],Q,L=[],C=[],se,Ci=[],Si=[],Ai,Oi=[],Ii=[],Ri,Vi=[],Di=[],ji,Li=[],Pi=[],Ni,D=[],z=[],P,Kt=[],Bi=[],As,sa=[],ra=[],oa,aa=[],na=[],la,ha=[],ca=[],da,ma=[],pa=[];var fa=class extends r{static{t=this}static{let E=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;o=[p()],d=[p()],h=[p()],_=[p({type:Boolean})],M=[p({type:Boolean})],ie=[p({type:Boolean,attribute:"official-app"})],K=[p({type:Boolean})],we=[p({type:Boolean})],Re=[p({type:Boolean})],je=[p({attribute:"role-color"})],Ne=[p({attribute:"role-icon"})],qe=[p({attribute:"role-name"})],We=[p({attribute:"clan-icon"})],Q=[p({attribute:"clan-tag"})],se=[p({type:Boolean,reflect:!0})],Ai=[p({type:Boolean,reflect:!0})],Ri=[p({type:String,converter:u=>ti(u,!1,!1),attribute:!0})],ji=[p({type:Boolean,attribute:"twenty-four"})],Ni=[p({type:Boolean,attribute:"message-body-only"})],P=[de({context:_e}),p({type:Boolean,reflect:!0,attribute:"light-theme"})],As=[de({context:ct}),p({type:Boolean,reflect:!0,attribute:"compact-mode"})],oa=[de({context:po}),p({type:Boolean,reflect:!0,attribute:"no-background"})],la=[p({type:Boolean,reflect:!0,attribute:"has-thread"})],da=[p({reflect:!1,attribute:"dismiss-message-clicked"})],he(this,null,o,{kind:"accessor",name:"profile",static:!1,private:!1,access:{has:u=>"profile"in u,get:u=>u.profile,set:(u,A)=>{u.profile=A}},metadata:E},a,l),he(this,null,d,{kind:"accessor",name:"author",static:!1,private:!1,access:{has:u=>"author"in u,get:u=>u.author,set:(u,A)=>{u.author=A}},metadata:E},f,m),he(this,null,h,{kind:"accessor",name:"avatar",static:!1,private:!1,access:{has:u=>"avatar"in u,get:u=>u.avatar,set:(u,A)=>{u.avatar=A}},metadata:E},k,w),he(this,null,_,{kind:"accessor",name:"bot",static:!1,private:!1,access:{has:u=>"bot"in u,get:u=>u.bot,set:(u,A)=>{u.bot=A}},metadata:E},y,b),he(this,null,M,{kind:"accessor",name:"server",static:!1,private:!1,access:{has:u=>"server"in u,get:u=>u.server,set:(u,A)=>{u.server=A}},metadata:E},B,I),he(this,null,ie,{kind:"accessor",name:"officialApp",static:!1,private:!1,access:{has:u=>"officialApp"in u,get:u=>u.officialApp,set:(u,A)=>{u.officialApp=A}},metadata:E},H,x),he(this,null,K,{kind:"accessor",name:"verified",static:!1,private:!1,access:{has:u=>"verified"in u,get:u=>u.verified,set:(u,A)=>{u.verified=A}},metadata:E},ge,ye),he(this,null,we,{kind:"accessor",name:"op",static:!1,private:!1,access:{has:u=>"op"in u,get:u=>u.op,set:(u,A)=>{u.op=A}},metadata:E},Oe,Ie),he(this,null,Re,{kind:"accessor",name:"edited",static:!1,private:!1,access:{has:u=>"edited"in u,get:u=>u.edited,set:(u,A)=>{u.edited=A}},metadata:E},Ve,De),he(this,null,je,{kind:"accessor",name:"roleColor",static:!1,private:!1,access:{has:u=>"roleColor"in u,get:u=>u.roleColor,set:(u,A)=>{u.roleColor=A}},metadata:E},Le,Pe),he(this,null,Ne,{kind:"accessor",name:"roleIcon",static:!1,private:!1,access:{has:u=>"roleIcon"in u,get:u=>u.roleIcon,set:(u,A)=>{u.roleIcon=A}},metadata:E},Be,Ue),he(this,null,qe,{kind:"accessor",name:"roleName",static:!1,private:!1,access:{has:u=>"roleName"in u,get:u=>u.roleName,set:(u,A)=>{u.roleName=A}},metadata:E},Fe,Ge),he(this,null,We,{kind:"accessor",name:"clanIcon",static:!1,private:!1,access:{has:u=>"clanIcon"in u,get:u=>u.clanIcon,set:(u,A)=>{u.clanIcon=A}},metadata:E},U,S),he(this,null,Q,{kind:"accessor",name:"clanTag",static:!1,private:!1,access:{has:u=>"clanTag"in u,get:u=>u.clanTag,set:(u,A)=>{u.clanTag=A}},metadata:E},L,C),he(this,null,se,{kind:"accessor",name:"highlight",static:!1,private:!1,access:{has:u=>"highlight"in u,get:u=>u.highlight,set:(u,A)=>{u.highlight=A}},metadata:E},Ci,Si),he(this,null,Ai,{kind:"accessor",name:"ephemeral",static:!1,private:!1,access:{has:u=>"ephemeral"in u,get:u=>u.ephemeral,set:(u,A)=>{u.ephemeral=A}},metadata:E},Oi,Ii),he(this,null,Ri,{kind:"accessor",name:"timestamp",static:!1,private:!1,access:{has:u=>"timestamp"in u,get:u=>u.timestamp,set:(u,A)=>{u.timestamp=A}},metadata:E},Vi,Di),he(this,null,ji,{kind:"accessor",name:"twentyFour",static:!1,private:!1,access:{has:u=>"twentyFour"in u,get:u=>u.twentyFour,set:(u,A)=>{u.twentyFour=A}},metadata:E},Li,Pi),he(this,null,Ni,{kind:"accessor",name:"messageBodyOnly",static:!1,private:!1,access:{has:u=>"messageBodyOnly"in u,get:u=>u.messageBodyOnly,set:(u,A)=>{u.messageBodyOnly=A}},metadata:E},D,z),he(this,null,P,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:u=>"lightTheme"in u,get:u=>u.lightTheme,set:(u,A)=>{u.lightTheme=A}},metadata:E},Kt,Bi),he(this,null,As,{kind:"accessor",name:"compactMode",static:!1,private:!1,access:{has:u=>"compactMode"in u,get:u=>u.compactMode,set:(u,A)=>{u.compactMode=A}},metadata:E},sa,ra),he(this,null,oa,{kind:"accessor",name:"noBackground",static:!1,private:!1,access:{has:u=>"noBackground"in u,get:u=>u.noBackground,set:(u,A)=>{u.noBackground=A}},metadata:E},aa,na),he(this,null,la,{kind:"accessor",name:"hasThread",static:!1,private:!1,access:{has:u=>"hasThread"in u,get:u=>u.hasThread,set:(u,A)=>{u.hasThread=A}},metadata:E},ha,ca),he(this,null,da,{kind:"accessor",name:"dismissMessageClicked",static:!1,private:!1,access:{has:u=>"dismissMessageClicked"in u,get:u=>u.dismissMessageClicked,set:(u,A)=>{u.dismissMessageClicked=A}},metadata:E},ma,pa),he(null,s={value:t},i,{kind:"class",name:t.name,metadata:E},null,e),fa=t=s.value,E&&Object.defineProperty(t,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:E})}static styles=re`
		:host {
			color: #dcddde;
			display: flex;
			flex-direction: column;
			font-size: 0.9em;
			font-family: 'gg sans', 'Noto Sans', Whitney, 'Helvetica Neue', Helvetica, Roboto, Arial, sans-serif;

			position: relative;
			word-wrap: break-word;
			-webkit-user-select: text;
			-moz-user-select: text;
			-ms-user-select: text;
			user-select: text;
			-webkit-box-flex: 0;
			-ms-flex: 0 0 auto;
			flex: 0 0 auto;
			min-height: 1.375rem;
			padding-left: 1em;
			padding-right: 48px;
			margin-top: inherit;
			margin-bottom: inherit;
			line-height: 16px;
		}

		.discord-message-inner {
			display: flex;
			position: relative;
			-webkit-box-flex: 0;
			-ms-flex: 0 0 auto;
			flex: 0 0 auto;
		}

		.discord-message-inner-center {
			align-items: center;
		}

		:host([message-body-only]) {
			margin-top: 0px !important;
			padding-top: 0.125rem !important;
			padding-bottom: 0.0625rem !important;
		}

		:host([highlight]),
		:host([ephemeral]) {
			padding-right: 5px;
			position: relative;
		}

		:host([highlight])::before,
		:host([ephemeral])::before {
			content: '';
			position: absolute;
			display: block;
			top: 0;
			left: 0;
			bottom: 0;
			pointer-events: none;
			width: 2px;
		}

		:host([highlight]) {
			background-color: rgba(250, 166, 26, 0.1);
		}

		:host([highlight][light-theme]) {
			background-color: rgba(250, 166, 26, 0.1);
		}

		:host([highlight])::before {
			background-color: #faa61a;
		}

		:host([light-theme][highlight])::before {
			background-color: #af7615;
		}

		:host([ephemeral]) {
			background-color: rgba(88, 101, 242, 0.05);
		}

		:host([ephemeral]:hover) {
			background-color: rgba(88, 101, 242, 0.1);
		}

		:host([ephemeral])::before {
			background-color: #5865f2;
		}

		:host([light-theme]) {
			color: #2e3338;
			border-color: #eceeef;
		}

		.discord-author-avatar {
			margin-right: 16px;
			margin-top: 5px;
			min-width: 40px;
			z-index: 1;
			display: flex;
		}

		.discord-author-avatar img {
			width: 40px;
			height: 40px;
			border-radius: 50%;
			cursor: pointer;
		}

		.discord-message-timestamp {
			color: #72767d;
			font-size: 12px;
			margin-left: 3px;
		}

		.discord-message-body-only-indent {
			width: 56px;
		}

		:host(:hover) .discord-message-timestamp-hover::before {
			content: attr(datetime);
		}

		:host([light-theme]) .discord-message-timestamp {
			color: #747f8d;
		}

		.discord-message-edited {
			color: #72767d;
			font-size: 10px;
		}

		:host([light-theme]) .discord-message-edited {
			color: #99aab5;
		}

		.discord-message-content {
			width: 100%;
			line-height: 160%;
			font-weight: normal;
			padding-top: 2px;
		}

		.discord-message-body {
			font-size: 1rem;
			font-weight: 400;
			word-break: break-word;
			position: relative;
		}

		:host([light-theme]) .discord-message-timestamp,
		:host([compact-mode]) .discord-message:hover .discord-message-timestamp {
			color: #99aab5;
		}

		:host([light-theme][compact-mode]).discord-message-timestamp {
			color: #d1d9de;
		}

		:host([compact-mode]) .discord-message-timestamp {
			display: inline-block;
			width: 3.1rem;
			text-align: right;
			font-size: 0.6875rem;
			line-height: 1.375rem;
			margin-right: 0.375rem;
			margin-left: 0;
			text-indent: 0;
		}

		:host([compact-mode]) .discord-message-body {
			line-height: 1.375rem;
			padding-left: 10px;
			margin-left: -6px;
		}

		:host([compact-mode]) .discord-message-compact-indent {
			padding-left: 10px;
		}

		:host .discord-message-markup {
			font-size: 1rem;
			line-height: 1.375rem;
			word-wrap: break-word;
			user-select: text;
			font-weight: 400;
			display: inline;
		}

		:host(:hover) {
			background-color: hsl(0 calc(1 * 0%) 0.8%/0.03);
		}

		:host([highlight]:hover) {
			background-color: hsl(40 calc(1 * 86.4%) 56.9%/0.08);
		}

		:host([has-thread]):after {
			width: 2rem;
			left: 2.2rem;
			top: 4.8rem;
			border-left: 2px solid #4f545c !important;
			border-bottom: 2px solid #4f545c !important;
			border-bottom-left-radius: 8px !important;
			bottom: 29px;
			content: '';
			position: absolute;
		}

		:host([light-theme][has-Thread]):after {
			border-color: #747f8d !important;
		}

		.discord-message-ephemeral {
			margin-top: 4px;
			font-size: 12px;
			font-weight: 400;
			color: #72767d;
		}

		:host([light-theme]) .discord-message-ephemeral {
			color: #747f8d;
		}

		.discord-message-ephemeral .discord-message-ephemeral-link {
			color: #00aff4;
			font-weight: 500;
			cursor: pointer;
		}

		.discord-message-ephemeral .discord-message-ephemeral-link:hover {
			text-decoration: underline;
		}

		.discord-message-ephemeral .discord-message-ephemeral-icon {
			margin-right: 4px;
			vertical-align: text-bottom;
		}
	`;#e=G(this,a,void 0);get profile(){return this.#e}set profile(E){this.#e=E}#t=(G(this,l),G(this,f,"User"));get author(){return this.#t}set author(E){this.#t=E}#i=(G(this,m),G(this,k,void 0));get avatar(){return this.#i}set avatar(E){this.#i=E}#s=(G(this,w),G(this,y,!1));get bot(){return this.#s}set bot(E){this.#s=E}#r=(G(this,b),G(this,B,!1));get server(){return this.#r}set server(E){this.#r=E}#o=(G(this,I),G(this,H,!1));get officialApp(){return this.#o}set officialApp(E){this.#o=E}#a=(G(this,x),G(this,ge,!1));get verified(){return this.#a}set verified(E){this.#a=E}#n=(G(this,ye),G(this,Oe,!1));get op(){return this.#n}set op(E){this.#n=E}#h=(G(this,Ie),G(this,Ve,!1));get edited(){return this.#h}set edited(E){this.#h=E}#c=(G(this,De),G(this,Le,void 0));get roleColor(){return this.#c}set roleColor(E){this.#c=E}#d=(G(this,Pe),G(this,Be,void 0));get roleIcon(){return this.#d}set roleIcon(E){this.#d=E}#l=(G(this,Ue),G(this,Fe,void 0));get roleName(){return this.#l}set roleName(E){this.#l=E}#m=(G(this,Ge),G(this,U,void 0));get clanIcon(){return this.#m}set clanIcon(E){this.#m=E}#p=(G(this,S),G(this,L,void 0));get clanTag(){return this.#p}set clanTag(E){this.#p=E}#f=(G(this,C),G(this,Ci,!1));get highlight(){return this.#f}set highlight(E){this.#f=E}#u=(G(this,Si),G(this,Oi,!1));get ephemeral(){return this.#u}set ephemeral(E){this.#u=E}#v=(G(this,Ii),G(this,Vi,new Date));get timestamp(){return this.#v}set timestamp(E){this.#v=E}#g=(G(this,Di),G(this,Li,!1));get twentyFour(){return this.#g}set twentyFour(E){this.#g=E}#b=(G(this,Pi),G(this,D,!1));get messageBodyOnly(){return this.#b}set messageBodyOnly(E){this.#b=E}#y=(G(this,z),G(this,Kt,!1));get lightTheme(){return this.#y}set lightTheme(E){this.#y=E}#w=(G(this,Bi),G(this,sa,!1));get compactMode(){return this.#w}set compactMode(E){this.#w=E}#z=(G(this,ra),G(this,aa,!1));get noBackground(){return this.#z}set noBackground(E){this.#z=E}#_=(G(this,na),G(this,ha,!1));get hasThread(){return this.#_}set hasThread(E){this.#_=E}#x=(G(this,ca),G(this,ma,()=>{}));get dismissMessageClicked(){return this.#x}set dismissMessageClicked(E){this.#x=E}willUpdate(){this.hasThread=Array.from(this.children).some(E=>E.tagName.toLowerCase()==="discord-thread"),this.highlight=this.highlight||Array.from(this.children).some(E=>E.tagName.toLowerCase()==="discord-mention"&&E.hasAttribute("highlight")&&(E.type==="user"||E.type==="role"))}handleSpaceToDismissMessage(E){E.code==="Space"&&(E.preventDefault(),E.stopPropagation(),this.dismissMessageClicked?.())}render(){let E={author:this.author,bot:this.bot,officialApp:this.officialApp,verified:this.verified,server:this.server,op:this.op,roleColor:this.roleColor,roleIcon:this.roleIcon,clanIcon:this.clanIcon,clanTag:this.clanTag,roleName:this.roleName},u=this.profile!==void 0&&Reflect.get(vr,this.profile)||{},A={...E,...u,avatar:this.resolveAvatar(u.avatar??this.avatar)},Ui=ti(this.timestamp,this.compactMode,this.twentyFour)??void 0;return n`
			<slot name="reply"></slot>
			<div
				class=${$t({"discord-message-inner":!0,"discord-message-inner-center":this.messageBodyOnly})}
			>
				${Y(this.compactMode&&!this.messageBodyOnly,()=>n`<time datetime="${ae(Ui)}" class="discord-message-timestamp">${Ui}</time>`,()=>null)}
				${Y(this.messageBodyOnly,()=>n`<time
							datetime="${ae(Ui)}"
							class=${$t({"discord-message-timestamp":!0,"discord-message-timestamp-hover":!0,"discord-message-body-only-indent":!this.compactMode})}
						></time>`,()=>null)}
				${Y(this.compactMode||this.messageBodyOnly,()=>null,()=>n`<div class="discord-author-avatar">
							<img src="${ae(A.avatar)}" alt="${ae(A.author)}" />
						</div>`)}

				<div class="discord-message-content">
					${Y(this.compactMode||this.messageBodyOnly,()=>null,()=>n`
							<discord-author-info
								author=${A.author??""}
								?bot=${A.bot??!1}
								?server=${A.server??!1}
								?official-app=${A.officialApp??!1}
								?verified=${A.verified??!1}
								?op=${A.op??!1}
								role-color=${A.roleColor??""}
								role-icon=${A.roleIcon??""}
								role-name=${A.roleName??""}
								clan-icon=${A.clanIcon??""}
								clan-tag=${A.clanTag??""}
							></discord-author-info
							><time datetime="${ae(Ui)}" class="discord-message-timestamp">${Ui}</time>
						`)}
					<div class="discord-message-body">
						${Y(this.compactMode,()=>n`<discord-author-info
									author=${A.author??""}
									?bot=${A.bot??!1}
									?server=${A.server??!1}
									?official-app=${A.officialApp??!1}
									?verified=${A.verified??!1}
									?op=${A.op??!1}
									role-color=${A.roleColor??""}
									role-icon=${A.roleIcon??""}
									role-name=${A.roleName??""}
									clan-icon=${A.clanIcon??""}
									clan-tag=${A.clanTag??""}
								></discord-author-info>`,()=>null)}<span class="discord-message-markup"><slot></slot></span>
						${Y(this.edited,()=>n`<span class="discord-message-edited">(edited)</span>`,()=>null)}
					</div>
					<div class="discord-message-compact-indent">
						<slot name="attachments"></slot>
						<slot name="embeds"></slot>
						<slot name="components"></slot>
						<slot name="reactions"></slot>
						<slot name="thread"></slot>
						${Y(this.ephemeral,()=>n`
								<div class="discord-message-ephemeral">
									${bo()} Only you can see this •
									<span
										role="button"
										class="discord-message-ephemeral-link"
										@click=${this.dismissMessageClicked}
										@keydown=${this.handleSpaceToDismissMessage}
										>Dismiss message</span
									>
								</div>
							`,()=>null)}
					</div>
				</div>
			</div>
		`}resolveAvatar(E){return E===void 0?jt.default:jt[E]??E??jt.default}constructor(){super(...arguments),G(this,pa)}static{G(t,e)}};return fa=t})();var $c=R`
	<path
		fill="currentColor"
		d="M56 50.6667V13.3333C56 10.4 53.6 8 50.6667 8H13.3333C10.4 8 8 10.4 8 13.3333V50.6667C8 53.6 10.4 56 13.3333 56H50.6667C53.6 56 56 53.6 56 50.6667ZM22.6667 36L29.3333 44.0267L38.6667 32L50.6667 48H13.3333L22.6667 36Z"
	/>
`;function yo(i={}){return n`<svg ${V(i)} aria-hidden="false" width="64" height="64" viewBox="0 0 64 64">${$c}</svg>`}var Mc=R`
	<path
		fill="currentColor"
		fill-rule="evenodd"
		clip-rule="evenodd"
		d="M5 3C3.89543 3 3 3.89543 3 5V19C3 20.1046 3.89543 21 5 21H19C20.1046 21 21 20.1046 21 19V5C21 3.89543 20.1046 3 19 3H5ZM16.8995 8.41419L15.4853 6.99998L7 15.4853L8.41421 16.8995L16.8995 8.41419Z"
	/>
`;function wo(i){return n`<svg ${V(i||{})} class="discord-command-icon" aria-hidden="false" width="24" height="24" viewBox="0 0 24 24">
		${Mc}
	</svg>`}var kc=R`
	<path
		d="M0.809739 3.59646L5.12565 0.468433C5.17446 0.431163 5.23323 0.408043 5.2951 0.401763C5.35698 0.395482 5.41943 0.406298 5.4752 0.432954C5.53096 0.45961 5.57776 0.50101 5.61013 0.552343C5.64251 0.603676 5.65914 0.662833 5.6581 0.722939V2.3707C10.3624 2.3707 11.2539 5.52482 11.3991 7.21174C11.4028 7.27916 11.3848 7.34603 11.3474 7.40312C11.3101 7.46021 11.2554 7.50471 11.1908 7.53049C11.1262 7.55626 11.0549 7.56204 10.9868 7.54703C10.9187 7.53201 10.857 7.49695 10.8104 7.44666C8.72224 5.08977 5.6581 5.63359 5.6581 5.63359V7.28135C5.65831 7.34051 5.64141 7.39856 5.60931 7.44894C5.5772 7.49932 5.53117 7.54004 5.4764 7.5665C5.42163 7.59296 5.3603 7.60411 5.29932 7.59869C5.23834 7.59328 5.18014 7.57151 5.13128 7.53585L0.809739 4.40892C0.744492 4.3616 0.691538 4.30026 0.655067 4.22975C0.618596 4.15925 0.599609 4.08151 0.599609 4.00269C0.599609 3.92386 0.618596 3.84612 0.655067 3.77562C0.691538 3.70511 0.744492 3.64377 0.809739 3.59646Z"
		fill="currentColor"
	/>
`;function zo(i={}){return n`<svg ${V(i)} class="discord-reply-icon" aria-hidden="false" width="12" height="8" viewBox="0 0 12 8">${kc}</svg>`}var fe=function(i,s,e,t,r,o){function a(M){if(M!==void 0&&typeof M!="function")throw new TypeError("Function expected");return M}for(var l=t.kind,d=l==="getter"?"get":l==="setter"?"set":"value",f=!s&&i?t.static?i:i.prototype:null,m=s||(f?Object.getOwnPropertyDescriptor(f,t.name):{}),h,k=!1,w=e.length-1;w>=0;w--){var _={};for(var y in t)_[y]=y==="access"?{}:t[y];for(var y in t.access)_.access[y]=t.access[y];_.addInitializer=function(M){if(k)throw new TypeError("Cannot add initializers after decoration has completed");o.push(a(M||null))};var b=(0,e[w])(l==="accessor"?{get:m.get,set:m.set}:m[d],_);if(l==="accessor"){if(b===void 0)continue;if(b===null||typeof b!="object")throw new TypeError("Object expected");(h=a(b.get))&&(m.get=h),(h=a(b.set))&&(m.set=h),(h=a(b.init))&&r.unshift(h)}else(h=a(b))&&(l==="field"?r.unshift(h):m[d]=h)}f&&Object.defineProperty(f,t.name,m),k=!0},ee=function(i,s,e){for(var t=arguments.length>2,r=0;r<s.length;r++)e=t?s[r].call(i,e):s[r].call(i);return t?e:void 0},en=(()=>{let i=[q("discord-reply")],s,e=[],t,r=j,o,a=[],l=[],d,f=[],m=[],h,k=[],w=[],_,y=[],b=[],M,B=[],I=[],ie,H=[],x=[],K,ge=[],ye=[],we,Oe=[],Ie=[],Re,Ve=[],De=[],je,Le=[],Pe=[],Ne,Be=[],Ue=[],qe,Fe=[],Ge=[],We,U=[],S=[],Q,L=[],C=[],se,Ci=[],Si=[],Ai,Oi=[],Ii=[],Ri,Vi=[],Di=[],ji,Li=[],Pi=[];var Ni=class extends r{static{t=this}static{let D=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;o=[p()],d=[p()],h=[p()],_=[p({type:Boolean})],M=[p({type:Boolean})],ie=[p({type:Boolean,attribute:"official-app"})],K=[p({type:Boolean})],we=[p({type:Boolean})],Re=[p({type:Boolean})],je=[p({attribute:"role-color"})],Ne=[p({type:Boolean})],qe=[p({type:Boolean})],We=[p({type:Boolean})],Q=[p({attribute:"clan-icon"})],se=[p({attribute:"clan-tag"})],Ai=[p({type:Boolean,reflect:!0})],Ri=[de({context:_e}),p({type:Boolean,reflect:!0,attribute:"light-theme"})],ji=[de({context:ct}),p({type:Boolean,reflect:!0,attribute:"compact-mode"})],fe(this,null,o,{kind:"accessor",name:"profile",static:!1,private:!1,access:{has:z=>"profile"in z,get:z=>z.profile,set:(z,P)=>{z.profile=P}},metadata:D},a,l),fe(this,null,d,{kind:"accessor",name:"author",static:!1,private:!1,access:{has:z=>"author"in z,get:z=>z.author,set:(z,P)=>{z.author=P}},metadata:D},f,m),fe(this,null,h,{kind:"accessor",name:"avatar",static:!1,private:!1,access:{has:z=>"avatar"in z,get:z=>z.avatar,set:(z,P)=>{z.avatar=P}},metadata:D},k,w),fe(this,null,_,{kind:"accessor",name:"bot",static:!1,private:!1,access:{has:z=>"bot"in z,get:z=>z.bot,set:(z,P)=>{z.bot=P}},metadata:D},y,b),fe(this,null,M,{kind:"accessor",name:"server",static:!1,private:!1,access:{has:z=>"server"in z,get:z=>z.server,set:(z,P)=>{z.server=P}},metadata:D},B,I),fe(this,null,ie,{kind:"accessor",name:"officialApp",static:!1,private:!1,access:{has:z=>"officialApp"in z,get:z=>z.officialApp,set:(z,P)=>{z.officialApp=P}},metadata:D},H,x),fe(this,null,K,{kind:"accessor",name:"op",static:!1,private:!1,access:{has:z=>"op"in z,get:z=>z.op,set:(z,P)=>{z.op=P}},metadata:D},ge,ye),fe(this,null,we,{kind:"accessor",name:"verified",static:!1,private:!1,access:{has:z=>"verified"in z,get:z=>z.verified,set:(z,P)=>{z.verified=P}},metadata:D},Oe,Ie),fe(this,null,Re,{kind:"accessor",name:"edited",static:!1,private:!1,access:{has:z=>"edited"in z,get:z=>z.edited,set:(z,P)=>{z.edited=P}},metadata:D},Ve,De),fe(this,null,je,{kind:"accessor",name:"roleColor",static:!1,private:!1,access:{has:z=>"roleColor"in z,get:z=>z.roleColor,set:(z,P)=>{z.roleColor=P}},metadata:D},Le,Pe),fe(this,null,Ne,{kind:"accessor",name:"command",static:!1,private:!1,access:{has:z=>"command"in z,get:z=>z.command,set:(z,P)=>{z.command=P}},metadata:D},Be,Ue),fe(this,null,qe,{kind:"accessor",name:"attachment",static:!1,private:!1,access:{has:z=>"attachment"in z,get:z=>z.attachment,set:(z,P)=>{z.attachment=P}},metadata:D},Fe,Ge),fe(this,null,We,{kind:"accessor",name:"mentions",static:!1,private:!1,access:{has:z=>"mentions"in z,get:z=>z.mentions,set:(z,P)=>{z.mentions=P}},metadata:D},U,S),fe(this,null,Q,{kind:"accessor",name:"clanIcon",static:!1,private:!1,access:{has:z=>"clanIcon"in z,get:z=>z.clanIcon,set:(z,P)=>{z.clanIcon=P}},metadata:D},L,C),fe(this,null,se,{kind:"accessor",name:"clanTag",static:!1,private:!1,access:{has:z=>"clanTag"in z,get:z=>z.clanTag,set:(z,P)=>{z.clanTag=P}},metadata:D},Ci,Si),fe(this,null,Ai,{kind:"accessor",name:"deleted",static:!1,private:!1,access:{has:z=>"deleted"in z,get:z=>z.deleted,set:(z,P)=>{z.deleted=P}},metadata:D},Oi,Ii),fe(this,null,Ri,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:z=>"lightTheme"in z,get:z=>z.lightTheme,set:(z,P)=>{z.lightTheme=P}},metadata:D},Vi,Di),fe(this,null,ji,{kind:"accessor",name:"compactMode",static:!1,private:!1,access:{has:z=>"compactMode"in z,get:z=>z.compactMode,set:(z,P)=>{z.compactMode=P}},metadata:D},Li,Pi),fe(null,s={value:t},i,{kind:"class",name:t.name,metadata:D},null,e),Ni=t=s.value,D&&Object.defineProperty(t,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:D})}static styles=re`
		:host {
			color: #b9bbbe;
			display: flex;
			font-size: 0.875rem;
			font-family: 'gg sans', 'Noto Sans', Whitney, 'Helvetica Neue', Helvetica, Roboto, Arial, sans-serif;

			padding-top: 2px;
			margin-left: 56px;
			margin-bottom: 4px;
			align-items: center;
			line-height: 1.125rem;
			position: relative;
			white-space: pre;
			user-select: none;
		}

		:host([light-theme]) {
			color: #4f5660;
		}

		:host([compact-mode]),
		:host([deleted]) {
			margin-left: 62px;
			margin-bottom: 0;
		}

		:host:before {
			content: '';
			display: block;
			position: absolute;
			top: 50%;
			right: 100%;
			bottom: 0;
			left: -36px;
			margin-right: 4px;
			margin-top: -1px;
			margin-left: -1px;
			margin-bottom: -2px;
			border-left: 2px solid #4f545c !important;
			border-bottom: 0 solid #4f545c !important;
			border-right: 0 solid #4f545c !important;
			border-top: 2px solid #4f545c !important;
			border-top-left-radius: 6px;
		}

		:host([light-theme]):before {
			border-color: #747f8d !important;
		}

		.discord-replied-message-avatar,
		.discord-reply-badge {
			-webkit-box-flex: 0;
			-ms-flex: 0 0 auto;
			flex: 0 0 auto;
			width: 16px;
			height: 16px;
			border-radius: 50%;
			user-select: none;
			margin-right: 0.25rem;
		}

		.discord-reply-badge {
			display: flex;
			align-items: center;
			justify-content: center;
			color: #b9bbbe;
			background: #202225;
		}

		:host([light-theme]) .discord-reply-badge {
			color: #4f5660;
			background: #e3e5e8;
		}

		:host .discord-clan-tag {
			background-color: oklab(0.431937 0.00109309 -0.0132537 / 0.8);
			color: #fff;
			font-size: 12px;
			font-weight: 500;
			margin-right: 0.25rem;
			border-radius: 4px;
			line-height: 100%;
			text-transform: uppercase;
			justify-content: space-between;
			display: inline-flex;
			align-items: center;
			padding: 0 0.275rem;
			margin-top: 0.075em;
			height: 1.2rem;
			opacity: 0.55;
			transition: background-color 100ms ease-in-out;
			cursor: pointer;
		}

		:host .discord-clan-tag:hover {
			background-color: oklab(0.431937 0.00109309 -0.0132537 / 0.5);
		}

		:host([light-theme]) .discord-clan-tag {
			opacity: 0.65;
			background-color: hsl(0 calc(1 * 0%) 0.8%/0.09);
			color: #000;
		}

		:host([light-theme]) .discord-clan-tag:hover {
			background-color: hsl(0 calc(1 * 0%) 0.8%/0.03);
		}

		:host .discord-clan-tag svg,
		:host .discord-clan-tag img {
			display: inline-flex;
			align-items: center;
			margin-right: 0.25rem;
			right: 0.25rem;
		}

		:host .discord-clan-tag span {
			display: inline-flex;
			align-items: center;
			user-select: none;
			-webkit-user-select: none;
			line-height: 1rem !important;
		}

		.discord-application-tag {
			background-color: hsl(235, 85.6%, 64.7%);
			color: #fff;
			font-size: 0.625rem;
			margin-right: 0.25rem;
			line-height: 100%;
			text-transform: uppercase;

			/* Use flex layout to ensure both verified icon and "BOT" text are aligned to center */
			display: flex;
			align-items: center;

			/* Styling taken through Inspect Element on Discord client for Windows */
			height: 0.9375rem;
			padding: 0 0.275rem;
			margin-top: 0.075em;
			border-radius: 0.1875rem;
		}

		:host([compact-mode]) .discord-application-tag {
			margin-right: 0.25rem;
		}

		.discord-application-tag .discord-application-tag-verified {
			width: 0.9375rem;
			height: 0.9375rem;
			margin-left: -0.1rem;
		}

		.discord-application-tag.discord-application-tag-op {
			background-color: #c9cdfb;
			color: #4752c4;
			border-radius: 0.4rem;
		}

		.discord-replied-message-username {
			flex-shrink: 0;
			font-size: inherit;
			line-height: inherit;
			margin-right: 0.25rem;
			opacity: 0.64;
			font-weight: 500;
			color: #fff;
		}

		.discord-replied-message-username:hover {
			text-decoration: underline;
			cursor: pointer;
		}

		.discord-replied-message-content {
			color: inherit;
			font-size: inherit;
			line-height: inherit;
			white-space: pre;
			text-overflow: ellipsis;
			user-select: none;
			cursor: pointer;
		}

		.discord-replied-deleted-message-content {
			color: inherit;
			font-size: inherit;
			line-height: inherit;
			white-space: pre;
			text-overflow: ellipsis;
		}

		.discord-message-edited {
			color: #72767d;
			font-size: 10px;
		}

		:host([light-theme]) .discord-message-edited {
			color: #99aab5;
		}

		.discord-replied-message-content:hover {
			color: #fff;
		}

		:host([light-theme]) .discord-replied-message-content:hover {
			color: #000;
		}

		:host .discord-replied-message-content .discord-message-edited {
			margin-left: 0.25rem;
		}

		.discord-replied-message-content-icon {
			-webkit-box-flex: 0;
			-ms-flex: 0 0 auto;
			flex: 0 0 auto;
			width: 20px;
			height: 20px;
			margin-left: 4px;
		}
	`;#e=ee(this,a,void 0);get profile(){return this.#e}set profile(D){this.#e=D}#t=(ee(this,l),ee(this,f,"User"));get author(){return this.#t}set author(D){this.#t=D}#i=(ee(this,m),ee(this,k,void 0));get avatar(){return this.#i}set avatar(D){this.#i=D}#s=(ee(this,w),ee(this,y,!1));get bot(){return this.#s}set bot(D){this.#s=D}#r=(ee(this,b),ee(this,B,!1));get server(){return this.#r}set server(D){this.#r=D}#o=(ee(this,I),ee(this,H,!1));get officialApp(){return this.#o}set officialApp(D){this.#o=D}#a=(ee(this,x),ee(this,ge,!1));get op(){return this.#a}set op(D){this.#a=D}#n=(ee(this,ye),ee(this,Oe,!1));get verified(){return this.#n}set verified(D){this.#n=D}#h=(ee(this,Ie),ee(this,Ve,!1));get edited(){return this.#h}set edited(D){this.#h=D}#c=(ee(this,De),ee(this,Le,void 0));get roleColor(){return this.#c}set roleColor(D){this.#c=D}#d=(ee(this,Pe),ee(this,Be,!1));get command(){return this.#d}set command(D){this.#d=D}#l=(ee(this,Ue),ee(this,Fe,!1));get attachment(){return this.#l}set attachment(D){this.#l=D}#m=(ee(this,Ge),ee(this,U,!1));get mentions(){return this.#m}set mentions(D){this.#m=D}#p=(ee(this,S),ee(this,L,void 0));get clanIcon(){return this.#p}set clanIcon(D){this.#p=D}#f=(ee(this,C),ee(this,Ci,void 0));get clanTag(){return this.#f}set clanTag(D){this.#f=D}#u=(ee(this,Si),ee(this,Oi,!1));get deleted(){return this.#u}set deleted(D){this.#u=D}#v=(ee(this,Ii),ee(this,Vi,!1));get lightTheme(){return this.#v}set lightTheme(D){this.#v=D}#g=(ee(this,Di),ee(this,Li,!1));get compactMode(){return this.#g}set compactMode(D){this.#g=D}resolveAvatar(D){return jt[D]??D??jt.default}render(){let D={author:this.author,bot:this.bot,verified:this.verified,officialApp:this.officialApp,op:this.op,server:this.server,roleColor:this.roleColor,clanIcon:this.clanIcon,clanTag:this.clanTag},z=Reflect.get(vr,this.profile)??{},P={...D,...z,avatar:this.resolveAvatar(z.avatar??this.avatar)},Kt=gr(P.clanIcon),Bi=P.clanTag?.slice(0,4),As=n`
			${Y(P.bot&&!P.server&&!P.officialApp,()=>n`<span class="discord-application-tag">${P.verified?xt():""}App</span>`)}
			${Y(P.server&&!P.bot&&!P.officialApp,()=>n`<span class="discord-application-tag">Server</span>`)}
			${Y(P.officialApp&&!P.server&&!P.bot,()=>n`<span class="discord-application-tag">${xt()}OFFICIAL</span>`)}
		`;return n`${Y(this.compactMode||this.deleted,()=>n`<div class="discord-reply-badge">${zo()}</div>`,()=>n`<img class="discord-replied-message-avatar" src="${ae(P.avatar)}" alt="${ae(P.author)}" />`)}
		${Y(this.deleted,()=>n`<div class="discord-replied-deleted-message-content"><em>Original message was deleted</em></div>`,()=>n`${As}
					<span class="discord-replied-message-username" style=${Lt({color:P.roleColor})}
						>${Y(this.mentions,()=>"@")}${P.author}</span
					>
					${Y(P.clanIcon&&P.clanTag&&P.clanTag?.length>0,()=>n`<span class="discord-clan-tag">
								${Kt==="string"?n`<img
											srcset=${ae(Kt)}
											alt=${ae(Bi)}
											width="12"
											height="12"
											draggable="false"
										/>`:Kt}
								<span>${Bi}</span>
							</span>`)}
					<!-- display: inline -->
					<div class="discord-replied-message-content"
						><slot></slot>${Y(this.edited,()=>n`<span class="discord-message-edited">(edited)</span>`)}</div
					>
					${Y(this.command,()=>wo({class:"discord-replied-message-content-icon"}),()=>Y(this.attachment,()=>yo({class:"discord-replied-message-content-icon"})))}`)}`}constructor(){super(...arguments),ee(this,Pi)}static{ee(t,e)}};return Ni=t})();var Tc=function(i,s,e,t,r,o){function a(M){if(M!==void 0&&typeof M!="function")throw new TypeError("Function expected");return M}for(var l=t.kind,d=l==="getter"?"get":l==="setter"?"set":"value",f=!s&&i?t.static?i:i.prototype:null,m=s||(f?Object.getOwnPropertyDescriptor(f,t.name):{}),h,k=!1,w=e.length-1;w>=0;w--){var _={};for(var y in t)_[y]=y==="access"?{}:t[y];for(var y in t.access)_.access[y]=t.access[y];_.addInitializer=function(M){if(k)throw new TypeError("Cannot add initializers after decoration has completed");o.push(a(M||null))};var b=(0,e[w])(l==="accessor"?{get:m.get,set:m.set}:m[d],_);if(l==="accessor"){if(b===void 0)continue;if(b===null||typeof b!="object")throw new TypeError("Object expected");(h=a(b.get))&&(m.get=h),(h=a(b.set))&&(m.set=h),(h=a(b.init))&&r.unshift(h)}else(h=a(b))&&(l==="field"?r.unshift(h):m[d]=h)}f&&Object.defineProperty(f,t.name,m),k=!0},Ec=function(i,s,e){for(var t=arguments.length>2,r=0;r<s.length;r++)e=t?s[r].call(i,e):s[r].call(i);return t?e:void 0},Su=(()=>{let i=[q("discord-embed-fields")],s,e=[],t,r=j;var o=class extends r{static{t=this}static{let a=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;Tc(null,s={value:t},i,{kind:"class",name:t.name,metadata:a},null,e),o=t=s.value,a&&Object.defineProperty(t,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:a})}static styles=re`
		:host {
			display: grid;
			grid-column: 1/1;
			margin-top: 8px;
			grid-gap: 8px;
		}

		::slotted([inline-index='1']) {
			grid-column: 1/5 !important;
		}

		::slotted([inline-index='2']) {
			grid-column: 5/9 !important;
		}

		::slotted([inline-index='3']) {
			grid-column: 9/13 !important;
		}
	`;render(){return n`<slot></slot>`}static{Ec(t,e)}};return o=t})();function pt(i,...s){i.elementStyles.push(...s)}pt(Qa,re`
    :host {
      color: var(--text);
      font-family: inherit;
      font-size: 1rem;
      padding: 0.125rem 0.5rem 0.125rem 1rem;
      margin: 0;
      min-width: 0;
    }
    :host(:hover), :host([highlight]:hover) { background: none; }
    .discord-message-content { min-width: 0; }
    .discord-message-timestamp,
    .discord-message-edited {
      color: var(--text-muted) !important;
      font-size: 0.75rem;
    }
    .discord-author-avatar img { cursor: default; }
    .discord-message-body { white-space: normal; }
    @media (max-width: 480px) {
      :host { padding-left: 0.5rem; padding-right: 0.25rem; }
      .discord-author-avatar { margin-right: 8px; min-width: 32px; }
      .discord-author-avatar img { width: 32px; height: 32px; }
      .discord-message-body-only-indent { width: 40px; }
    }
  `);pt(Ga,re`
    :host .discord-author-username { color: var(--text-strong); font-weight: 600; cursor: default; }
    :host .discord-author-username:hover { text-decoration: none; }
    :host .discord-application-tag { background: var(--accent); }
  `);pt(qa,re`
    :host { background: var(--accent); color: var(--on-accent); }
  `);pt(Wa,re`
    :host { color: var(--text); font-size: 0.875rem; margin: 4px 0; min-width: 0; }
    :host .discord-left-border { background: var(--embed-color, var(--line)); }
    :host .discord-embed-root { min-width: 0; flex: 0 1 auto; }
    :host .discord-embed-wrapper {
      background: var(--ground-side);
      border-color: var(--line);
      min-width: 0;
      max-width: 100%;
    }
    :host .discord-embed-wrapper .discord-embed-grid {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      padding: 0.5rem 0.75rem 0.75rem;
    }
    slot[name="footer"]::slotted(*) { grid-column: 1 / 1; }
  `);pt(Ka,re`
    :host { white-space: normal; margin-top: 4px; min-width: 0; overflow-wrap: anywhere; }
  `);pt(Ya,re`
    :host { white-space: normal; }
  `);pt(Za,re`
    :host { color: var(--text-muted); }
    :host .discord-footer-separator { color: inherit; }
  `);pt(Ja,re`
    :host {
      background: color-mix(in srgb, var(--accent) 18%, transparent);
      color: var(--accent-text);
      cursor: inherit;
    }
    :host(:hover) { background: color-mix(in srgb, var(--accent) 28%, transparent); color: var(--accent-text); }
  `);pt(en,re`
    :host { color: var(--text-muted); font-family: inherit; overflow: hidden; }
    :host::before { border-color: var(--line) !important; }
    .discord-replied-message-username { color: var(--text-strong); opacity: 1; }
    .discord-replied-message-content { overflow: hidden; cursor: inherit; }
    .discord-replied-message-content:hover { color: inherit !important; }
    .discord-reply-badge { background: var(--ground-raised); color: var(--text-muted); }
    @media (max-width: 480px) { :host { margin-left: 40px; } }
  `);var wr={SLASH:1,USER_MENU:2,MESSAGE_MENU:3},Je={SUBCOMMAND:1,GROUP:2,BOOLEAN:5,USER:6,CHANNEL:7,ROLE:8,MENTIONABLE:9},ft={TEXT:0,VOICE:2,CATEGORY:4,NEWS:5,PUBLIC_THREAD:11,PRIVATE_THREAD:12,FORUM:15},Se={DEFAULT:0,PIN:6,JOIN:7,THREAD_CREATED:18,REPLY:19,THREAD_STARTER:21},me={ACTION_ROW:1,BUTTON:2,STRING_SELECT:3,TEXT_INPUT:4,USER_SELECT:5,ROLE_SELECT:6,MENTIONABLE_SELECT:7,CHANNEL_SELECT:8,TEXT_DISPLAY:10,LABEL:18,RADIO_GROUP:21,CHECKBOX_GROUP:22,CHECKBOX:23},hs={PRIMARY:1,SECONDARY:2,SUCCESS:3,DANGER:4,LINK:5},Qe=64,cs=128,Hc=1n<<3n,Cc=1n<<10n,Sc=1n<<11n,Ac=1n<<13n,Oc=1n<<17n,Ic=1n<<35n,Rc=1n<<38n,Vc=/^https:\/\/(?:\w+\.)?discord(?:app)?\.com\/channels\/\d+\/(\d+)\/(\d+)$/;function tn(i){let[,s,e]=Vc.exec(i)??[];return s&&e?{channel:s,message:e}:null}function xe(i){return i.type===ft.PUBLIC_THREAD||i.type===ft.PRIVATE_THREAD}function sn(i){return i.filter(e=>!xe(e)&&e.type!==ft.CATEGORY).toSorted((e,t)=>(e.position??0)-(t.position??0))[0]}function oi(i,s){return s?.nick??i.global_name??i.username}function zr(i,s){return s.toLowerCase()===i.username.toLowerCase()?void 0:i.username}function Mt(i){return i.type===Se.DEFAULT||i.type===Se.REPLY}function rn(i){return xr(i,Ac)}function on(i,s){let e=i.permission_overwrites?.find(t=>t.id===s);return e!==void 0&&(BigInt(e.deny)&Cc)!==0n}function _r(i){return xr(i,xe(i)?Rc:Sc)}function an(i){return xr(i,Oc)}function nn(i){return!xe(i)&&xr(i,Ic)}function xr(i,s){return(BigInt(i.permissions)&(Hc|s))!==0n}function Ae(i,s){return i.name_localizations?.[s??""]??i.name}function ai(i,s){return i.description_localizations?.[s??""]??i.description}function ni(i){return i.id?`${i.name}:${i.id}`:i.name}var ln=["#4752c4","#1f7a40","#a63d00","#9b2c6f","#7a4fb5","#1d6f8f","#8a5a00","#b8272b"],hn=new Map;function li(i){let s=hn.get(i.id);if(s)return s;let e=[...oi(i)][0]??"?",t=i.bot?Dc():dn(e,cn(i.id),20);return hn.set(i.id,t),t}function $r(i,s){return dn([...i].slice(0,2).join(""),cn(s),8)}function cn(i){let s=[...i].reduce((e,t)=>(e*31+t.charCodeAt(0))%9973,0);return ln[s%ln.length]}function dn(i,s,e){let t=i.length>1?17:20;return mn(`<rect width="40" height="40" rx="${e}" fill="${s}"/><text x="20" y="21" fill="#fff" font-family="sans-serif" font-size="${t}" font-weight="600" text-anchor="middle" dominant-baseline="central">${jc(i)}</text>`)}function Dc(){return mn('<rect width="40" height="40" rx="20" fill="#10375c"/><path d="M8 25a12 12 0 0 1 24 0" fill="none" stroke="#8fc2ff" stroke-width="3"/><path d="M8 25a12 12 0 0 1 6-10.4" fill="none" stroke="#f0883e" stroke-width="3"/><path d="M20 25l7-8" stroke="#fff" stroke-width="2.5" stroke-linecap="round"/><circle cx="20" cy="25" r="2.8" fill="#fff"/>')}function mn(i){let s=`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40">${i}</svg>`;return`data:image/svg+xml,${encodeURIComponent(s)}`}function jc(i){return i.replace(/[&<>"']/g,s=>`&#${s.charCodeAt(0)};`)}var ds=new Intl.DateTimeFormat("en-GB",{hour:"2-digit",minute:"2-digit"}),_o=new Intl.DateTimeFormat("en-GB",{day:"numeric",month:"short",year:"numeric"}),Lc=new Intl.DateTimeFormat("en-GB",{day:"2-digit",month:"2-digit",year:"numeric"}),Pc=new Intl.DateTimeFormat("en-GB",{weekday:"long",day:"numeric",month:"long",year:"numeric"}),Nc=new Intl.RelativeTimeFormat("en",{numeric:"auto"}),Bc=[["year",31536e3],["month",2592e3],["day",86400],["hour",3600],["minute",60],["second",1]];function pn(i){let s=new Date;return s.setHours(0,0,0,0),i>=s?"Today":(s.setDate(s.getDate()-1),i>=s?"Yesterday":_o.format(i))}function Uc(i){let s=(i.getTime()-Date.now())/1e3,[e,t]=Bc.find(([,r])=>Math.abs(s)>=r)??["second",1];return Nc.format(Math.trunc(s/t),e)}function qc(i,s){switch(s){case"t":return ds.format(i);case"T":return i.toLocaleTimeString("en-GB");case"d":return Lc.format(i);case"D":return _o.format(i);case"F":return`${Pc.format(i)} at ${ds.format(i)}`;case"R":return Uc(i);default:return`${_o.format(i)} at ${ds.format(i)}`}}function Fc(i){return i<1024?`${i} bytes`:i<1024**2?`${Math.round(i/1024)} KB`:`${(i/1024**2).toFixed(1)} MB`}var v={unreachable:"The playground doesn't answer. Is it still running in your terminal?",title:(i,s)=>`#${i} \xB7 ${s} \xB7 Barometer playground`,loading:"Opening the playground\u2026",skip:"Skip to the messages",channels:"Channels",members:"Members",bots:"Apps",app:"APP",showChannels:"Show channels",showMembers:"Show members",close:"Close",youAre:"You are",youAreHint:"See the server as somebody else sees it",theme:{system:"Theme: as your system",light:"Theme: light",dark:"Theme: dark"},playEvening:"Play an evening",eveningPlays:"Playing\u2026",openTour:"Tour",privateChannel:"private",thread:"thread",unread:"unread",botStarting:"The bot is starting. You can look around already; it answers in a moment.",botStopped:i=>i??"The bot has stopped. Start the playground again.",broken:"Lost the connection to the playground. Trying again\u2026",noSuchChannel:"There is no such channel, or you can't see it.",noSuchMessage:"That message is gone.",messagesIn:i=>`Messages in #${i}`,older:"Show older messages",newer:"Show newer messages",earlier:"You're looking at older messages.",toNewest:"Jump to the newest",nothingYet:i=>`Nothing has been said in #${i} yet.`,said:(i,s)=>`${i}: ${s}`,when:i=>{let s=pn(i);return s==="Today"||s==="Yesterday"?`${s} at ${ds.format(i)}`:`${s} ${ds.format(i)}`},dayOf:pn,timestamp:qc,thinking:i=>`${i} is thinking\u2026`,onlyYou:"Only you can see this",dismiss:"Dismiss",noText:"Click to see the attachment",joined:i=>`${i} joined the server.`,pinned:i=>`${i} pinned a message.`,toThread:i=>`Thread: ${i}`,threadBeganGone:"The message that this thread was started from is gone.",goToMessage:"Go to the message",startedThread:i=>`${i} started a thread.`,spoiler:"Spoiler; press to show it",unknownUser:"unknown-user",unknownRole:"deleted-role",unknownChannel:"no-access",altText:"ALT",showAlt:"Show the picture's description",noAlt:"Picture without a description",size:Fc,reaction:(i,s,e)=>`${i}, ${s} ${s===1?"reaction":"reactions"}${e?", yours among them":""}`,sounds:"Sounds:",actions:"Message actions",react:"Add a reaction",reply:"Reply",edit:"Edit",delete:"Delete",openThread:"Start a thread",copyText:"Copy text",apps:"Apps",threadName:"Name of the thread",create:"Create",cancel:"Cancel",write:i=>`Message #${i}`,writeHint:"Type / for commands",mayNotWrite:"You can't write in this channel.",replyingTo:i=>`Replying to ${i}`,editing:"Editing your message",stop:"Cancel",attach:"Attach a file",removeFile:i=>`Remove ${i}`,send:"Send",save:"Save",commands:"Commands",names:"Names",everyone:"Notify everybody who sees this channel",here:"Notify everybody who is online and sees this channel",role:"Notify everybody who has this role",option:(i,s)=>s?i:`${i} (optional)`,addOption:i=>`Add ${i}`,optionMissing:i=>`Fill in "${i}" first.`,choices:i=>`Choices for ${i}`,yes:"True",no:"False",choose:"Make a selection",pickUpTo:i=>`Choose up to ${i}`,done:"Done",submit:"Submit",optional:"optional",formFor:i=>`This form goes to ${i}.`,tour:{title:"A tour in five steps",step:(i,s)=>`Step ${i} of ${s}`,back:"Back",next:"Next",close:"Close the tour",finish:"Look around yourself",end:"That was the tour. Be whoever you like (below the list of channels), and type / to see what the bot can do.",starting:"The bot is starting\u2026",reading:"The bot is reading the last thirty days\u2026",waiting:"Waiting for the alert\u2026",noAlert:"No alert came this time",stopped:"The bot has stopped",calm:"First, let them quarrel (step 1)",overEarly:"That's how it stands now. Watch #general meanwhile: they make up in the end. Then ask again, and the answer has changed.",askAgainIn:i=>`Ask again in ${i} s`,askAgain:"Ask again",steps:[{title:"An evening goes wrong",text:"This is a made-up server with thirty days of talk in it. The strip beside each message shows how it sounds to the bot. Now let a quarrel happen in #general.",act:"Let them quarrel"},{title:"The bot notices",text:"Within a minute the bot sees that this is unusual here, and tells the moderators in a channel that only they can see.",act:"Go to #moderators"},{title:"Which messages?",text:"Open the alert, then ask which messages it is about. Only you see the answers. The bot fetches the text from Discord just then, and keeps none of it.",act:"Ask which messages"},{title:"Is it over?",text:"Has it calmed down? The bot judges by what was said since, and doesn't say yes before thirty messages were as usual.",act:"Ask if it's over"},{title:"Opt out",text:"Nobody has to take part. Be Tomasz, a member, and opt out: the bot asks once, then erases what it counted of his and counts nothing more.",act:"Opt out as Tomasz"}]}};var Gc={[me.USER_SELECT]:"user",[me.ROLE_SELECT]:"role",[me.MENTIONABLE_SELECT]:"mentionable",[me.CHANNEL_SELECT]:"channel"},Wc={[Je.USER]:"user",[Je.ROLE]:"role",[Je.MENTIONABLE]:"mentionable",[Je.CHANNEL]:"channel"};function fn(i,s){let e=Gc[i.type];return e?gn(e,s,i.channel_types):i.options??[]}function xo(i){return[...i.options?.filter(e=>e.default).map(e=>e.value)??[],...i.default_values?.map(e=>e.id)??[]]}function un(i,s,e){let t=Wc[i];return t?gn(t,s,e):null}function vn(i,s){let e=s.trim().replace(/^[@#]/,"").toLowerCase(),t=o=>o.label.replace(/^[@#]/,"").toLowerCase();return i.filter(o=>t(o).includes(e)).toSorted((o,a)=>Number(t(a).startsWith(e))-Number(t(o).startsWith(e)))}function gn(i,s,e){let t=s.view;if(!t)return[];let r=[];if((i==="user"||i==="mentionable")&&r.push(...t.members.map(({user:o})=>({value:o.id,label:`@${s.nameOf(o)}`,description:zr(o,s.nameOf(o))}))),(i==="role"||i==="mentionable")&&r.push(...t.roles.map(o=>({value:o.id,label:`@${o.name.replace(/^@/,"")}`}))),i==="channel"){let o=a=>!e?.length||e.includes(a);r.push(...t.channels.filter(a=>o(a.type)).map(a=>({value:a.id,label:a.type===ft.CATEGORY?a.name:`#${a.name}`,description:xe(a)?v.thread:void 0})))}return r}var hi=i=>(s,e)=>({kind:i,inner:e(s[1]??"")}),$o=i=>s=>({kind:i,id:s[1]??""}),Kc=[[/\\([^\p{L}\p{N}\s])/uy,i=>({kind:"text",text:i[1]??""})],[/(`+)([^`]|[^`].*?[^`])\1(?!`)/sy,i=>({kind:"code",text:(i[2]??"").trim()})],[/\*\*(?=\S)(.+?)\*\*(?!\*)/sy,hi("bold")],[/__(?=\S)(.+?)__(?!_)/sy,hi("underline")],[/~~(?=\S)(.+?)~~/sy,hi("strike")],[/\|\|(.+?)\|\|/sy,hi("spoiler")],[/\*(?=[^\s*])(.+?)\*(?!\*)/sy,hi("italic")],[/(?<![\p{L}\p{N}_])_(?=[^\s_])(.+?)_(?![\p{L}\p{N}_])/suy,hi("italic")],[/<@!?(\d+)>/y,$o("user")],[/<@&(\d+)>/y,$o("role")],[/<#(\d+)>/y,$o("channel")],[/<\/([^:>]{1,100}):\d+>/y,i=>({kind:"command",name:i[1]??""})],[/<a?:(\w{2,32}):(\d+)>/y,i=>({kind:"emoji",name:i[1]??"",id:i[2]??""})],[/<t:(-?\d{1,13})(?::([tTdDfFR]))?>/y,i=>Xc(i[1]??"",i[2]??"f")],[/@(?:everyone|here)\b/y,i=>({kind:"everyone",text:i[0]??""})],[/\[([^\]\n]+)\]\(<?(https?:\/\/[^\s)>]+)>?(?:\s+"[^"]*")?\)/y,Jc],[/<(https?:\/\/[^\s>]+)>/y,i=>Mo(i[1]??"")],[/https?:\/\/[^\s<]+[^\s<.,:;"'\])*_~|!?]/y,i=>Mo(i[0]??"")]],bn=/[\\`*_~|<@[h]/g;function ut(i,s=0){let e=[],t=a=>ut(a,s+1),r="",o=()=>{r&&e.push({kind:"text",text:r}),r=""};for(let a=0;a<i.length;){let l=s<8?Yc(i,a,t):null;if(l===null){bn.lastIndex=a+1;let d=s<8?bn.exec(i)?.index??i.length:i.length;r+=i.slice(a,d),a=d}else{let[d,f]=l;d.kind==="text"?r+=d.text:(o(),e.push(d)),a=f}}return o(),e}function yn(i){let s=[],e=[],t=[],r=()=>{t.length&&s.push({kind:"quote",inner:ut(t.join(`
`))});let o=e.join(`
`).replace(/^\n+|\n+$/g,"");o&&s.push({kind:"paragraph",inner:ut(o)}),t=[],e=[]};for(let o of i.split(/(```[\s\S]*?```)/)){let a=/^```(?:[\w+-]*\n)?([\s\S]*?)```$/.exec(o);if(a){r(),s.push({kind:"code",text:(a[1]??"").replace(/\n$/,"")});continue}for(let l of o.split(`
`)){let d=/^> (.*)$/.exec(l);if(d){e.length&&r(),t.push(d[1]??"");continue}t.length&&r();let f=Zc(l);f?(r(),s.push(f)):e.push(l)}r()}return s}function wn(i,s){let e=t=>t.map(r=>"inner"in r?e(r.inner):"text"in r?r.text:s(r)).join("");return e(ut(i))}function Yc(i,s,e){for(let[t,r]of Kc){t.lastIndex=s;let o=t.exec(i);if(o){let a=t.lastIndex,l=r(o,e);if(l)return[l,a]}}return null}function Zc(i){let s=/^(#{1,3}) +(.+)$/.exec(i);if(s)return{kind:"heading",level:s[1]?.length??1,inner:ut(s[2]??"")};let e=/^-# +(.+)$/.exec(i);if(e)return{kind:"subtext",inner:ut(e[1]??"")};let t=/^( *)[-*] +(.+)$/.exec(i);return t?{kind:"item",depth:Math.min(2,(t[1]?.length??0)>>1),inner:ut(t[2]??"")}:null}function Xc(i,s){let e=Number(i);return Math.abs(e)<864e10?{kind:"time",seconds:e,style:s}:null}function Jc(i,s){let e=Mo(i[2]??"");return e?.kind==="link"?{...e,inner:s(i[1]??"")}:null}function Mo(i){return URL.canParse(i)?{kind:"link",url:new URL(i).href,inner:[{kind:"text",text:i}]}:null}function Pt(i,s){let e=yn(i);return n`<span class="rich">${e.map((t,r)=>Qc(t,e[r-1],s))}</span>`}function ko(i,s){return ut(i).map(e=>To(e,s))}function Mr(i,s){return wn(i,e=>zn(e,s))}function Qc(i,s,e){let t="inner"in i?i.inner.map(r=>To(r,e)):$;switch(i.kind){case"code":return n`<pre class="code" tabindex="0"><code>${i.text}</code></pre>`;case"quote":return n`<blockquote>${t}</blockquote>`;case"heading":return n`<strong class="heading level-${i.level}">${t}</strong>`;case"item":return n`<span class="item depth-${i.depth}">${t}</span>`;case"subtext":return n`<small>${t}</small>`;case"paragraph":return s?n`<span class="paragraph">${t}</span>`:t}}function To(i,s){let e="inner"in i?i.inner.map(t=>To(t,s)):$;switch(i.kind){case"text":return i.text;case"bold":return n`<strong>${e}</strong>`;case"italic":return n`<em>${e}</em>`;case"underline":return n`<u>${e}</u>`;case"strike":return n`<s>${e}</s>`;case"spoiler":return n`<page-spoiler .inner=${e}></page-spoiler>`;case"code":return n`<code>${i.text}</code>`;case"link":return id(i.url,e,s);case"time":return n`<page-time .seconds=${i.seconds} .look=${i.style}></page-time>`;case"emoji":return n`<img class="emoji" alt=":${i.name}:" title=":${i.name}:" src=${$r(i.name,i.id)} />`;case"command":case"everyone":case"role":case"user":return n`<discord-mention type=${i.kind==="command"?"slash":i.kind==="role"?"role":"user"}>${ed(i,s)}</discord-mention>`;case"channel":return td(i.id,s)}}function ed(i,s){return zn(i,s).replace(/^[@/#]/,"")}function td(i,s){let e=s.view?.channels.find(o=>o.id===i),t=e&&xe(e)?"thread":"channel",r=n`<discord-mention type=${t}>${e?.name??v.unknownChannel}</discord-mention>`;return e?n`<button class="plain" type="button" @click=${()=>s.open(i)}>${r}</button>`:r}function id(i,s,e){return n`<a href=${i} target="_blank" rel="noopener noreferrer nofollow" @click=${r=>{e.jumpTo(i)&&r.preventDefault()}}>${s}</a>`}function zn(i,s){let e=s.view;switch(i.kind){case"user":{let t=e?.members.find(r=>r.user.id===i.id);return`@${t?s.nameOf(t.user):v.unknownUser}`}case"role":return`@${e?.roles.find(t=>t.id===i.id)?.name??v.unknownRole}`;case"channel":return`#${e?.channels.find(t=>t.id===i.id)?.name??v.unknownChannel}`;case"command":return`/${i.name}`;case"everyone":return i.text;case"emoji":return`:${i.name}:`;case"time":return v.timestamp(new Date(i.seconds*1e3),i.style);default:return""}}var ms,ci=class extends j{constructor(){super(...arguments);this.seconds=0;this.look="f";N(this,ms)}createRenderRoot(){return this}connectedCallback(){super.connectedCallback(),this.look==="R"&&W(this,ms,setInterval(()=>this.requestUpdate(),15e3))}disconnectedCallback(){clearInterval(g(this,ms)),super.disconnectedCallback()}render(){let e=new Date(this.seconds*1e3);return n`<time datetime=${e.toISOString()} title=${v.timestamp(e,"F")}
      >${v.timestamp(e,this.look)}</time>`}};ms=new WeakMap,T([p({attribute:!1})],ci.prototype,"seconds",2),T([p({attribute:!1})],ci.prototype,"look",2),ci=T([q("page-time")],ci);var di=class extends j{constructor(){super(...arguments);this.inner=$;this.shown=!1}createRenderRoot(){return this}render(){return this.shown?n`<span class="spoiler shown">${this.inner}</span>`:n`<button type="button" class="spoiler" aria-label=${v.spoiler}
      @click=${()=>this.shown=!0}><span aria-hidden="true">${this.inner}</span></button>`}};T([p({attribute:!1})],di.prototype,"inner",2),T([p({attribute:!1})],di.prototype,"shown",2),di=T([q("page-spoiler")],di);function xn(i,s){let e=i.color?`--embed-color: #${i.color.toString(16).padStart(6,"0")}`:"";return n`<discord-embed slot="embeds" style=${e}>
    <div slot="description" class="embed-text">
      ${i.author?n`<div class="embed-author">${i.author.name}</div>`:$}
      ${i.title?n`<h3 class="embed-title">${sd(i,s)}</h3>`:$}
      ${i.description?n`<discord-embed-description>${Pt(i.description,s)}</discord-embed-description>`:$}
      ${i.fields?.length?rd(i.fields,s):$}
      ${i.image?n`<page-picture .picture=${i.image}></page-picture>`:$}
      ${i.thumbnail?n`<page-picture class="thumbnail" .picture=${i.thumbnail}></page-picture>`:$}
    </div>
    ${i.footer||i.timestamp?od(i):$}
  </discord-embed>`}function sd(i,s){let e=ko(i.title??"",s);return!i.url||!/^https?:/.test(i.url)?e:n`<a href=${i.url} target="_blank" rel="noopener noreferrer nofollow">${e}</a>`}function rd(i,s){return n`<div class="embed-fields">${i.map(e=>n`<discord-embed-field class=${e.inline?"inline":"wide"}>
      <h4>${ko(e.name,s)}</h4>
      ${Pt(e.value,s)}
    </discord-embed-field>`)}</div>`}function od(i){let s=i.timestamp?v.when(new Date(i.timestamp)):"",e=i.footer?.text??"";return n`<discord-embed-footer slot="footer"
    ><span class="embed-footer">${e}${e&&s?" \u2022 ":""}${s}</span></discord-embed-footer>`}function $n(i){return i.content_type?.startsWith("image/")?n`<page-picture slot="attachments" .picture=${i} .instead=${_n(i)}></page-picture>`:_n(i)}function _n(i){return n`<a slot="attachments" class="file" href=${i.url} download=${i.filename}>
    <span class="file-name">${i.filename}</span> <small>${v.size(i.size)}</small></a>`}function Mn(i,s){return i.reactions?.length?n`<div slot="reactions" class="reactions">${i.reactions.map(({emoji:e,count:t,me:r})=>n`<button type="button" class="reaction" aria-pressed=${r}
      aria-label=${v.reaction(e.name,t,r)} @click=${()=>s.react(i,e)}>
      ${Nt(e)} <span>${t}</span></button>`)}</div>`:$}function Nt(i){return i.id?n`<img class="emoji" alt=":${i.name}:" src=${$r(i.name,i.id)} />`:n`<span>${i.name}</span>`}var kt=class extends j{constructor(){super(...arguments);this.picture={url:""};this.instead=null;this.described=!1;this.isBroken=!1}createRenderRoot(){return this}render(){let{url:e,description:t}=this.picture;return this.isBroken&&this.instead?this.instead:n`<figure class="picture">
      <a href=${e} target="_blank" rel="noopener"><img src=${e} alt=${t??v.noAlt}
        @error=${()=>this.isBroken=!0} /></a>
      ${t?n`<button type="button" class="alt" aria-label=${v.showAlt} aria-expanded=${this.described}
            @click=${()=>this.described=!this.described}>${v.altText}</button>
          <figcaption ?hidden=${!this.described}>${t}</figcaption>`:$}
    </figure>`}};T([p({attribute:!1})],kt.prototype,"picture",2),T([p({attribute:!1})],kt.prototype,"instead",2),T([oe()],kt.prototype,"described",2),T([oe()],kt.prototype,"isBroken",2),kt=T([q("page-picture")],kt);var kn=800,ad=0,Bt,Tt,fi,te,mi,Eo,Tn,Ho,Co,pi,En,Hn,Cn,So,Ao,ot=class extends j{constructor(){super(...arguments);N(this,te);this.label="";this.open=!1;this.active=0;this.chosen=[];N(this,Bt,`select-${ad+=1}`);N(this,Tt,"");N(this,fi,0)}createRenderRoot(){return this}willUpdate(e){e.has("select")&&(this.chosen=xo(this.select))}get values(){return this.chosen}render(){let e=fn(this.select,this.session),t=e.filter(o=>this.chosen.includes(o.value)).map(o=>o.label),r=this.select.placeholder??v.choose;return n`<div class="select" @focusout=${c(this,te,En)}>
      <button type="button" class="select-button" ?disabled=${this.select.disabled??!1}
        aria-haspopup="listbox" aria-expanded=${this.open} aria-controls=${this.open?g(this,Bt):$}
        aria-label=${[this.label||r,...t].join(", ")}
        @click=${()=>this.open?c(this,te,pi).call(this,!0):c(this,te,Ho).call(this,e)} @keydown=${o=>c(this,te,Hn).call(this,o,e)}>
        <span class=${t.length?"":"placeholder"}>${t.join(", ")||r}</span><span aria-hidden="true">▾</span>
      </button>
      ${this.open?c(this,te,Tn).call(this,e):$}
    </div>`}};Bt=new WeakMap,Tt=new WeakMap,fi=new WeakMap,te=new WeakSet,mi=function(){return this.select.max_values??1},Eo=function(){return this.select.min_values??(this.select.required===!1?0:1)},Tn=function(e){return n`<div class="popup">
      <ul id=${g(this,Bt)} role="listbox" tabindex="0" aria-label=${this.label||this.select.placeholder||v.choose}
        aria-multiselectable=${g(this,te,mi)>1} aria-activedescendant="${g(this,Bt)}-${this.active}"
        @keydown=${t=>c(this,te,Cn).call(this,t,e)}>
        ${e.map((t,r)=>n`<li id="${g(this,Bt)}-${r}" role="option" class=${r===this.active?"active":""}
            aria-selected=${this.chosen.includes(t.value)} @click=${()=>c(this,te,Co).call(this,t)}>
            ${t.emoji?Nt(t.emoji):$}
            <span class="choice">${t.label}${t.description?n`<small>${t.description}</small>`:$}</span>
          </li>`)}
      </ul>
      ${g(this,te,mi)>1?n`<div class="popup-foot"><small>${v.pickUpTo(g(this,te,mi))}</small>
        <button type="button" class="button secondary" @click=${()=>c(this,te,pi).call(this,!0)}>${v.done}</button></div>`:$}
    </div>`},Ho=async function(e){this.open=!0,W(this,Tt,""),this.active=Math.max(0,e.findIndex(t=>this.chosen.includes(t.value))),await this.updateComplete,this.querySelector("[role=listbox]")?.focus({preventScroll:!0}),this.querySelector(".popup")?.scrollIntoView({block:"nearest"}),c(this,te,Ao).call(this)},Co=function(e){g(this,te,mi)===1?(this.chosen=this.chosen.includes(e.value)&&g(this,te,Eo)===0?[]:[e.value],c(this,te,pi).call(this,!0)):this.chosen.includes(e.value)?this.chosen=this.chosen.filter(t=>t!==e.value):this.chosen.length<g(this,te,mi)&&(this.chosen=[...this.chosen,e.value])},pi=function(e){if(!this.open)return;this.open=!1,e&&this.querySelector(".select-button")?.focus();let t=xo(this.select),r=t.length===this.chosen.length&&t.every(o=>this.chosen.includes(o));this.chosen.length<g(this,te,Eo)?this.chosen=t:r||this.dispatchEvent(new CustomEvent("choose",{detail:this.chosen}))},En=function(e){this.contains(e.relatedTarget)||c(this,te,pi).call(this,!1)},Hn=function(e,t){e.key!=="ArrowDown"&&e.key!=="ArrowUp"||(e.preventDefault(),c(this,te,Ho).call(this,t))},Cn=function(e,t){let r=t.length-1,o=t[this.active],a=g(this,Tt)!==""&&Date.now()-g(this,fi)<kn;if(e.key===" "&&a)c(this,te,So).call(this," ",t);else if(e.key==="ArrowDown")this.active=Math.min(r,this.active+1);else if(e.key==="ArrowUp")this.active=Math.max(0,this.active-1);else if(e.key==="Home")this.active=0;else if(e.key==="End")this.active=r;else if((e.key==="Enter"||e.key===" ")&&o)c(this,te,Co).call(this,o);else if(e.key==="Escape")c(this,te,pi).call(this,!0);else if(e.key.length===1&&!e.ctrlKey&&!e.metaKey)c(this,te,So).call(this,e.key,t);else return;e.preventDefault(),e.stopPropagation(),c(this,te,Ao).call(this)},So=function(e,t){W(this,Tt,Date.now()-g(this,fi)<kn?g(this,Tt)+e:e),W(this,fi,Date.now());let r=g(this,Tt).toLowerCase(),o=t.findIndex(a=>a.label.replace(/^[@#]/,"").toLowerCase().startsWith(r));o>=0&&(this.active=o)},Ao=async function(){await this.updateComplete,this.querySelector("li.active")?.scrollIntoView({block:"nearest"})},T([p({attribute:!1})],ot.prototype,"select",2),T([p({attribute:!1})],ot.prototype,"session",2),T([p({attribute:!1})],ot.prototype,"label",2),T([oe()],ot.prototype,"open",2),T([oe()],ot.prototype,"active",2),T([oe()],ot.prototype,"chosen",2),ot=T([q("choice-select")],ot);var nd={[hs.PRIMARY]:"primary",[hs.SUCCESS]:"success",[hs.DANGER]:"danger"};function Sn(i,s){return i.components.length?n`<div slot="components" class="rows">${i.components.map(e=>n`<div class="row">${(e.components??[e]).map(t=>ld(t,i,s))}</div>`)}</div>`:$}function ld(i,s,e){return i.type===me.BUTTON?hd(i,s,e):i.type===me.TEXT_DISPLAY?n`<p>${i.content}</p>`:n`<choice-select .select=${i} .session=${e} @choose=${r=>{e.use(s,i.custom_id??"",r.detail)}}></choice-select>`}function hd(i,s,e){let t=n`${i.emoji?Nt(i.emoji):$} ${i.label??""}`;return i.style===hs.LINK?n`<a class="button secondary" href=${dd(i.url)} target="_blank" rel="noopener noreferrer nofollow"
      @click=${r=>md(r,i.url,e)}>${t} <span aria-hidden="true">↗</span></a>`:n`<button type="button" class="button ${nd[i.style??0]??"secondary"}"
    ?disabled=${i.disabled??!1}
    @click=${r=>cd(r,s,i,e)}>${t}</button>`}async function cd(i,s,e,t){let r=i.currentTarget;r.getAttribute("aria-busy")!=="true"&&(r.setAttribute("aria-busy","true"),await t.use(s,e.custom_id??""),r.removeAttribute("aria-busy"))}function dd(i){return i&&/^https?:\/\//.test(i)?i:"#"}function md(i,s,e){e.jumpTo(s??"")&&i.preventDefault()}var pd=2e3,An=new IntersectionObserver(i=>{for(let s of i)s.target.seen(s.isIntersecting)}),ui,ps,fs,vi,kr,Ut=class extends j{constructor(){super(...arguments);N(this,vi);this.score=null;N(this,ui,null);N(this,ps);N(this,fs,!1)}createRenderRoot(){return this}connectedCallback(){super.connectedCallback(),An.observe(this)}disconnectedCallback(){An.unobserve(this),this.seen(!1),super.disconnectedCallback()}willUpdate(e){!e.has("message")&&!e.has("scores")||(this.score=this.scores.known(this.message)??null,g(this,fs)&&c(this,vi,kr).call(this))}seen(e){W(this,fs,e),clearTimeout(g(this,ps)),e?c(this,vi,kr).call(this):g(this,ui)?.abort()}render(){if(!this.score)return $;let{color:e}=this.score,t=e===null?"":`--score: #${e.toString(16).padStart(6,"0")}`,r=this.score.words??[];return n`<div class="score" style=${t}>
      <span class="score-label"><span class="unseen">${v.sounds} </span>${this.score.label}</span>
      ${r.length?n`<span class="score-words">${r.join(", ")}</span>`:$}
    </div>`}};ui=new WeakMap,ps=new WeakMap,fs=new WeakMap,vi=new WeakSet,kr=async function(){if(!this.hasUpdated&&!this.message||this.scores.known(this.message)!==void 0)return;g(this,ui)?.abort();let e=W(this,ui,new AbortController);try{let t=await this.scores.ask(this.message,e.signal);e.signal.aborted||(this.score=t)}catch{if(e.signal.aborted)return;W(this,ps,setTimeout(()=>{c(this,vi,kr).call(this)},pd))}},T([p({attribute:!1})],Ut.prototype,"message",2),T([p({attribute:!1})],Ut.prototype,"scores",2),T([oe()],Ut.prototype,"score",2),Ut=T([q("score-strip")],Ut);var Et=class extends Error{constructor(e,t){super(t??`status ${e}`);this.status=e;this.sentence=t}};async function be(i,s,e,t,r={}){let o;try{o=await fetch(s,{method:i,signal:t,...fd(i,e,r)})}catch(d){throw t?.aborted?d:new Et(0,null)}let a=await o.text(),l=ud(a);if(!o.ok)throw new Et(o.status,vd(l));return l}function fd(i,s,e){if(i==="GET")return{headers:e};if(s instanceof FormData)return{body:s,headers:e};let t={"Content-Type":"application/json",...e};return{body:JSON.stringify(s??{}),headers:t}}function ud(i){if(!i)return null;try{return JSON.parse(i)}catch{return null}}function vd(i){return typeof i!="object"||i===null||!("error"in i)?null:typeof i.error=="string"?i.error:null}var gd=3;function In(i){return Mt(i)&&!i.author.bot&&i.content.trim()!==""&&!(i.flags&Qe)}var Tr=class{constructor(s){this.api=s}#e=new Map;#t=[];#i=0;known(s){return this.#e.get(On(s))}async ask(s,e){await this.#r();try{e.throwIfAborted();let t=this.known(s);if(t!==void 0)return t;let r=await this.#s(s,e);return this.#e.set(On(s),r),r}finally{this.#i-=1,this.#t.pop()?.()}}async#s(s,e){try{return await this.api.score(s,e)}catch(t){if(t instanceof Et&&t.status===404)return null;throw t}}async#r(){this.#i>=gd&&await new Promise(s=>this.#t.push(s)),this.#i+=1}};function On(i){return`${i.id} ${i.edited_timestamp??""}`}var bd=7*6e4;function Rn(i,s){return s!==void 0&&s.author.id===i.author.id&&i.type===Se.DEFAULT&&Mt(s)&&(s.flags&Qe)===(i.flags&Qe)&&!i.author.bot&&Date.parse(i.timestamp)-Date.parse(s.timestamp)<bd}function yd(i,s){return i.type===Se.JOIN?v.joined(s):i.type===Se.PIN?v.pinned(s):i.type===Se.THREAD_CREATED?v.startedThread(s):null}var us,$e,Oo,Vn,Dn,jn,Ln,Pn,vt=class extends j{constructor(){super(...arguments);N(this,$e);this.goesOn=!1;this.active=!1;N(this,us,!1)}createRenderRoot(){return this}willUpdate(){W(this,us,this.contains(document.activeElement))}updated(){g(this,us)&&document.activeElement===document.body&&this.closest("li")?.focus({preventScroll:!0})}render(){let{message:e}=this;if(e.type!==Se.THREAD_STARTER)return c(this,$e,Oo).call(this,e);let t=e.referenced_message;return t?c(this,$e,Oo).call(this,t):n`<p class="system">${v.threadBeganGone}</p>`}};us=new WeakMap,$e=new WeakSet,Oo=function(e){let{session:t}=this,r=t.nameOf(e.author),o=yd(e,r);return n`<div class="message-row ${e.flags&Qe?"ephemeral":""}">
      ${o===null?c(this,$e,Vn).call(this,e,r):n`<div class="system">${o} <small>${v.when(new Date(e.timestamp))}</small></div>`}
      ${In(e)?n`<score-strip .message=${e} .scores=${t.scores}></score-strip>`:$}
      <button type="button" class="more" tabindex=${this.active?0:-1} aria-haspopup="menu"
        aria-label=${v.actions} @click=${c(this,$e,Pn)}><span aria-hidden="true">⋯</span></button>
    </div>`},Vn=function(e,t){let{session:r}=this,o=!!(e.flags&cs);return n`<discord-message author=${t} .avatar=${li(e.author)}
      ?bot=${e.author.bot??!1} ?edited=${e.edited_timestamp!==null&&e.content!==""}
      .messageBodyOnly=${this.goesOn} .timestamp=${v.when(new Date(e.timestamp))}>
      ${e.type===Se.REPLY&&this.message===e?c(this,$e,Dn).call(this):$}
      ${o?n`<span class="thinking">${v.thinking(t)}</span>`:Pt(e.content,r)}
      ${e.attachments.map($n)}
      ${e.embeds.map(a=>xn(a,r))}
      ${Sn(e,r)}
      ${Mn(e,r)}
      ${c(this,$e,jn).call(this,e)}
      ${e.flags&Qe?c(this,$e,Ln).call(this):$}
    </discord-message>`},Dn=function(){let{session:e}=this,t=this.message.referenced_message;if(!t)return n`<discord-reply slot="reply" deleted></discord-reply>`;let r=Mr(t.content,e).replaceAll(`
`," ")||v.noText;return n`<button type="button" slot="reply" class="reply plain" tabindex=${this.active?0:-1}
      @click=${()=>e.jumpToMessage(t.channel_id,t.id)}>
      <discord-reply author=${e.nameOf(t.author)} .avatar=${li(t.author)}>${r}</discord-reply></button>`},jn=function(e){let{session:t}=this;if(e.channel_id!==t.channelId)return $;let r=t.view?.channels.find(o=>o.id===e.id);return r?n`<button type="button" slot="thread" class="plain link to-thread" tabindex=${this.active?0:-1}
      @click=${()=>t.open(r.id)}><span aria-hidden="true">↳</span> ${v.toThread(r.name)}</button>`:$},Ln=function(){return n`<div slot="components" class="only-you"><span aria-hidden="true">👁</span> ${v.onlyYou} ·
      <button type="button" class="plain link" @click=${()=>this.session.delete(this.message)}>${v.dismiss}</button></div>`},Pn=function(e){let t=e.currentTarget.getBoundingClientRect(),r={message:this.message,x:t.left,y:t.bottom};this.dispatchEvent(new CustomEvent("message-menu",{detail:r,bubbles:!0}))},T([p({attribute:!1})],vt.prototype,"message",2),T([p({attribute:!1})],vt.prototype,"session",2),T([p({attribute:!1})],vt.prototype,"goesOn",2),T([p({attribute:!1})],vt.prototype,"active",2),T([p({attribute:!1})],vt.prototype,"view",2),vt=T([q("message-item")],vt);var Bn="tour-closed",wd=3,zd=1e3,pe=v.tour,vs={open:"alert-open:",which:"messages:",over:"over:",erase:"erase:"},gi,X,Io,gs,Er,Ro,Un,qn,Fn,Gn,Wn,Vo,Kn,bs,Yn,Do,et=class extends j{constructor(){super(...arguments);N(this,X);this.version=0;this.at=0;this.isBusy=!1;this.askedEarly=!1;this.isDone=!1;N(this,gi);this.isOpen=!_d()}createRenderRoot(){return this}async open(){this.isOpen=!0,this.at=0,this.askedEarly=this.isDone=!1,await this.updateComplete,this.querySelector(".tour-act")?.focus()}render(){let e=pe.steps[this.at];if(!this.isOpen||!e)return $;let t=this.at===pe.steps.length-1,r=c(this,X,Io).call(this),o=t&&this.isDone;return n`<section class="tour" aria-label=${pe.title}>
      <div class="tour-head"><h2>${e.title}</h2>
        <span class="tour-step" role="img" aria-label=${pe.step(this.at+1,pe.steps.length)}>${pe.steps.map((a,l)=>n`<i class=${l===this.at?"here":l<this.at?"done":""}></i>`)}</span>
        <button type="button" class="icon" aria-label=${pe.close} @click=${c(this,X,Do)}><span aria-hidden="true">✕</span></button></div>
      <p aria-live="polite">${o?pe.end:g(this,X,gs)?pe.overEarly:e.text}</p>
      <div class="tour-foot">
        ${o?$:n`<button type="button" class="button primary tour-act" aria-disabled=${this.isBusy||r!==null} @click=${c(this,X,Un)}>${r??(g(this,X,gs)?pe.askAgain:e.act)}</button>`}
        ${this.at?n`<button type="button" class="button secondary" @click=${()=>this.at-=1}>${pe.back}</button>`:$}
        ${t?n`<button type="button" class="button ${o?"primary tour-act":"secondary"}" @click=${c(this,X,Yn)}>${pe.finish}</button>`:n`<button type="button" class="button secondary" @click=${()=>this.at+=1}>${pe.next}</button>`}
      </div></section>`}updated(){this.isOpen&&g(this,X,gs)&&g(this,X,Er)?g(this,gi)??W(this,gi,setInterval(()=>this.requestUpdate(),zd)):c(this,X,Ro).call(this)}disconnectedCallback(){super.disconnectedCallback(),c(this,X,Ro).call(this)}};gi=new WeakMap,X=new WeakSet,Io=function(){let e=this.session.host;if(!e||e.bot.state==="starting")return pe.starting;if(e.bot.state==="stopped")return pe.stopped;if(this.at===0&&["waiting","reading"].includes(e.tour.reading))return pe.reading;if(g(this,X,gs)&&g(this,X,Er))return pe.askAgainIn(this.session.eveningLeft);if(!(this.at>0&&this.at<pe.steps.length-1)||e.tour.alert)return null;let{state:r}=e.tour.evening;return r==="calm"?pe.calm:r==="over"?pe.noAlert:pe.waiting},gs=function(){return this.at===wd&&this.askedEarly},Er=function(){return["quarrel","calming"].includes(this.session.host?.tour.evening.state??"")},Ro=function(){clearInterval(g(this,gi)),W(this,gi,void 0)},Un=async function(){let e=this.session.host;if(!e||this.isBusy||c(this,X,Io).call(this)!==null)return;let{tour:t}=e,{at:r}=this;this.isBusy=!0;let o=[()=>c(this,X,qn).call(this,t.channel,t.evening.state!=="calm"),()=>c(this,X,Fn).call(this,t.moderator,t.moderators,t.alert),()=>c(this,X,Gn).call(this,t.moderator,t.moderators,t.alert),()=>c(this,X,Wn).call(this,t.moderator,t.moderators,t.alert),()=>c(this,X,Kn).call(this,t.member,t.channel)],a=await o[r]?.();this.isBusy=!1,a&&this.at===r&&(r<o.length-1?this.at=r+1:this.isDone=!0),await this.updateComplete,this.querySelector(".tour-act")?.focus()},qn=async function(e,t){return await this.session.open(e),t||this.session.playEvening()},Fn=async function(e,t,r=null){return await this.session.become(e),r?this.session.jumpToMessage(t,r):await this.session.open(t),!0},Gn=async function(e,t,r){let o=await c(this,X,Vo).call(this,e,t,r);return o!==null&&await c(this,X,bs).call(this,o,vs.which)!==null},Wn=async function(e,t,r){let o=await c(this,X,Vo).call(this,e,t,r),a=g(this,X,Er);return!o||!await c(this,X,bs).call(this,o,vs.over)?!1:(this.askedEarly=a,!a)},Vo=async function(e,t,r){await this.session.become(e),await this.session.open(t);let o=this.session.messages.findLast(l=>Nn(l,vs.over)&&BigInt(l.id)>BigInt(r??0));if(o)return o;let a=this.session.messages.find(l=>l.id===r);return a?c(this,X,bs).call(this,a,vs.open):null},Kn=async function(e,t){await this.session.become(e),await this.session.open(t);let r=await this.session.command("sentiment privacy opt-out");return!!r?.message&&await c(this,X,bs).call(this,r.message,vs.erase)!==null},bs=async function(e,t){let r=Nn(e,t);return(r?await this.session.use(e,r):null)?.message??null},Yn=function(){this.session.become(this.session.start?.you??""),c(this,X,Do).call(this)},Do=function(){this.isOpen=!1;try{localStorage.setItem(Bn,"yes")}catch{}this.dispatchEvent(new CustomEvent("closed",{bubbles:!0}))},T([p({attribute:!1})],et.prototype,"session",2),T([p({attribute:!1})],et.prototype,"version",2),T([oe()],et.prototype,"at",2),T([oe()],et.prototype,"isBusy",2),T([oe()],et.prototype,"askedEarly",2),T([oe()],et.prototype,"isDone",2),T([oe()],et.prototype,"isOpen",2),et=T([q("guided-tour")],et);function Nn(i,s){return i.components.flatMap(t=>t.components??[]).find(t=>t.custom_id?.startsWith(s))?.custom_id}function _d(){try{return localStorage.getItem(Bn)!==null}catch{return!1}}var xd=0,bi=class{constructor(s,e){this.host=s;this.take=e;this.choices=[];this.id=`suggestions-${xd+=1}`;this.#e=0;s.addController(this)}#e;hostConnected(){}get isOpen(){return this.choices.length>0}get activeId(){return this.isOpen?`${this.id}-${this.#e}`:$}show(s){let e=s.length===this.choices.length&&s.every((t,r)=>t.value===this.choices[r]?.value);this.choices=s,e||(this.#e=0),this.host.requestUpdate()}hide(){this.show([])}key(s){let e=this.choices[this.#e];if(!e||s.isComposing)return!1;if(s.key==="ArrowDown")this.#e=(this.#e+1)%this.choices.length;else if(s.key==="ArrowUp")this.#e=(this.#e+this.choices.length-1)%this.choices.length;else if(s.key==="Enter"||s.key==="Tab")this.take(e);else if(s.key==="Escape")this.hide();else return!1;return s.preventDefault(),s.stopPropagation(),this.host.requestUpdate(),this.host.updateComplete.then(()=>this.host.querySelector(`#${this.id}-${this.#e}`)?.scrollIntoView({block:"nearest"})),!0}render(s){return this.isOpen?n`<ul class="suggestions" id=${this.id} role="listbox" tabindex="0" aria-label=${s}>${this.choices.map((e,t)=>n`<li id="${this.id}-${t}" role="option" aria-selected=${t===this.#e}
        class=${t===this.#e?"active":""} @pointerdown=${r=>r.preventDefault()}
        @click=${()=>this.take(e)}>
        <span class="choice">${e.label}${e.description?n`<small>${e.description}</small>`:$}</span></li>`)}</ul>`:$}};var $d=150,Me,Ht,J,Zn,nt,Xn,Jn,jo,Qn,el,yi,Lo,tl,il,Po,at=class extends j{constructor(){super(...arguments);N(this,J);this.rest=null;this.refused=null;this.filled=new Map;this.current="";N(this,Me,new bi(this,e=>c(this,J,Qn).call(this,e)));N(this,Ht,null)}createRenderRoot(){return this}firstUpdated(){if(this.refused){this.filled=this.refused,c(this,J,yi).call(this,this.filled.keys().next().value);return}let[e]=this.command.options,t=this.command.options.filter(o=>o.required);e&&!t.includes(e)&&this.rest!==null&&t.unshift(e);let r=this.rest??"";this.filled=new Map(t.map(o=>[o.name,{text:o===e?r:""}])),c(this,J,yi).call(this,this.filled.keys().next().value)}render(){let e=this.command.options,t=e.filter(o=>!this.filled.has(o.name)),r=e.find(o=>o.name===this.current);return n`<form class="command" @submit=${c(this,J,tl)} @keydown=${c(this,J,il)}>
      ${g(this,Me).render(v.choices(r?Ae(r,g(this,J,nt)):""))}
      <p class="command-hint">${r?ai(r,g(this,J,nt)):this.command.description}</p>
      <div class="command-line"><strong>/${this.command.label}</strong>
        ${e.filter(o=>this.filled.has(o.name)).map(o=>c(this,J,Zn).call(this,o))}
        ${t.map(o=>n`<button type="button" class="add-option" aria-label=${v.addOption(Ae(o,g(this,J,nt)))}
          title=${ai(o,g(this,J,nt))} @click=${()=>c(this,J,el).call(this,o)}>+ ${Ae(o,g(this,J,nt))}</button>`)}
        <span class="command-ends"><button type="button" class="plain link" @click=${c(this,J,Po)}>${v.cancel}</button>
        <button type="submit" class="button primary">${v.send}</button></span>
      </div></form>`}};Me=new WeakMap,Ht=new WeakMap,J=new WeakSet,Zn=function(e){let t=e.name===this.current;return n`<label class="option"><span>${Ae(e,g(this,J,nt))}</span>
      <input name=${e.name} type="text" autocomplete="off" role="combobox" aria-autocomplete="list"
        aria-label=${v.option(Ae(e,g(this,J,nt)),!!e.required)} aria-description=${ai(e,g(this,J,nt))}
        aria-expanded=${t&&g(this,Me).isOpen} aria-controls=${t&&g(this,Me).isOpen?g(this,Me).id:$}
        aria-activedescendant=${t?g(this,Me).activeId:$}
        .value=${this.filled.get(e.name)?.text??""}
        @focus=${()=>c(this,J,Xn).call(this,e)} @blur=${()=>g(this,Me).hide()}
        @input=${r=>c(this,J,Jn).call(this,e,r.target.value)}
        @keydown=${r=>g(this,Me).key(r)} /></label>`},nt=function(){return this.session.view?.user.locale},Xn=function(e){this.current=e.name,c(this,J,jo).call(this,e,"")},Jn=function(e,t){this.filled=new Map(this.filled).set(e.name,{text:t}),c(this,J,jo).call(this,e,t)},jo=async function(e,t){g(this,Ht)?.abort();let r=sl(e,this.session);if(r)return g(this,Me).show(vn(r,t));if(!e.autocomplete)return g(this,Me).hide();let o=W(this,Ht,new AbortController);if(await new Promise(a=>setTimeout(a,$d)),!o.signal.aborted)try{let a={...c(this,J,Lo).call(this),[e.name]:t},{api:l,channelId:d}=this.session,f=await l.complete(d,this.command.name,a,e.name,o.signal);if(o.signal.aborted||this.current!==e.name)return;g(this,Me).show(f.map(m=>({value:String(m.value),label:m.name})))}catch{g(this,Me).hide()}},Qn=function(e){this.filled=new Map(this.filled).set(this.current,{text:e.label,value:e.value}),g(this,Ht)?.abort(),g(this,Me).hide();let t=this.command.options.find(r=>r.required&&!this.filled.get(r.name)?.text);t&&c(this,J,yi).call(this,t.name)},el=function(e){this.filled=new Map(this.filled).set(e.name,{text:""}),c(this,J,yi).call(this,e.name)},yi=async function(e){await this.updateComplete;let t=e?`input[name="${CSS.escape(e)}"]`:"button[type=submit]";this.querySelector(t)?.focus()},Lo=function(){let e={};for(let t of this.command.options){let r=this.filled.get(t.name);r?.text&&(e[t.name]=Md(t,r,this.session))}return e},tl=function(e){e.preventDefault();let t=this.command.options.find(o=>o.required&&!this.filled.get(o.name)?.text);if(t){this.session.complain(v.optionMissing(Ae(t,g(this,J,nt)))),c(this,J,yi).call(this,t.name);return}g(this,Ht)?.abort();let r={values:c(this,J,Lo).call(this),filled:this.filled};this.dispatchEvent(new CustomEvent("use",{detail:r}))},il=function(e){let t=e.target,r=t instanceof HTMLInputElement&&t.value==="";(e.key==="Escape"||e.key==="Backspace"&&r&&this.filled.size<=1)&&(e.preventDefault(),c(this,J,Po).call(this))},Po=function(){g(this,Ht)?.abort(),this.dispatchEvent(new CustomEvent("left"))},T([p({attribute:!1})],at.prototype,"session",2),T([p({attribute:!1})],at.prototype,"command",2),T([p({attribute:!1})],at.prototype,"rest",2),T([p({attribute:!1})],at.prototype,"refused",2),T([oe()],at.prototype,"filled",2),T([oe()],at.prototype,"current",2),at=T([q("command-form")],at);function sl(i,s){return i.choices?i.choices.map(e=>({value:String(e.value),label:Ae(e,s.view?.user.locale)})):i.type===Je.BOOLEAN?[{value:"true",label:v.yes},{value:"false",label:v.no}]:un(i.type,s,i.channel_types)}function Md(i,s,e){let t=sl(i,e)??[],r=s.text.trim().toLowerCase(),o=t.find(d=>d.label.toLowerCase()===r||d.label.slice(1).toLowerCase()===r),a=s.value??o?.value??s.text;return i.type===Je.BOOLEAN&&(a==="true"||a==="false")?a==="true":a}function rl(i,s){return i.filter(t=>t.type===wr.SLASH).flatMap(t=>ol(t,"","",s))}function ol(i,s,e,t){let[r,o]=[`${s}${i.name}`,`${e}${Ae(i,t)}`],a=i.options??[],l=a.filter(d=>d.type===Je.SUBCOMMAND||d.type===Je.GROUP);return l.length?l.flatMap(d=>ol(d,`${r} `,`${o} `,t)):[{name:r,label:o,description:ai(i,t),options:a}]}function al(i,s){let e=s.slice(1).toLowerCase().trimEnd(),t=e.split(/\s+/).filter(Boolean);return i.filter(o=>t.every(a=>o.label.includes(a))).toSorted((o,a)=>Number(a.label.startsWith(e))-Number(o.label.startsWith(e)))}function nl(i,s){let e=s.slice(1).replace(/\s+/g," "),t=i.filter(r=>e.toLowerCase().startsWith(`${r.label} `)).toSorted((r,o)=>o.label.length-r.label.length)[0];return t?[t,e.slice(t.label.length+1)]:null}var kd=/(```[\s\S]*?```|`[^`\n]*`)/;function hl(i,s){let e=i.members.filter(({user:o})=>s.viewers.includes(o.id)).map(o=>{let a=oi(o.user,o);return{typed:`@${a}`,sent:`<@${o.user.id}>`,description:zr(o.user,a)}}),t=i.channels.filter(o=>o.type!==ft.CATEGORY).map(o=>({typed:`#${o.name}`,sent:`<#${o.id}>`,description:xe(o)?v.thread:void 0})),r=i.emojis.map(({id:o,name:a})=>({typed:`:${a}:`,sent:`<:${a}:${o}>`}));return[...e,...an(s)?Td(i):[],...t,...r]}function Td(i){let s=i.roles.filter(e=>e.name!=="@everyone");return[{typed:"@everyone",sent:"@everyone",description:v.everyone},{typed:"@here",sent:"@here",description:v.here},...s.map(e=>({typed:`@${e.name}`,sent:`<@&${e.id}>`,description:v.role}))]}function No(i,s){return/(?:^|\s)([@#][^\s@#]*|:\w{2,})$/u.exec(i.slice(0,s))?.[1]??null}function cl(i,s){let[e,t]=[s[0]??"",s.slice(1).toLowerCase()],r=a=>a.typed.slice(1).toLowerCase();return i.filter(a=>a.typed.startsWith(e)&&r(a).includes(t)).toSorted((a,l)=>Number(r(l).startsWith(t))-Number(r(a).startsWith(t)))}function dl(i,s){let e=pl(s);if(!e.size)return i;let t=f=>f.startsWith(":"),r=[...e.keys()].toSorted((f,m)=>m.length-f.length),o=r.filter(f=>!t(f)).map(ll),a=r.filter(t).map(ll),l=new RegExp(`(?<![\\p{L}\\p{N}_<@])(?:${o.join("|")})(?![\\p{L}\\p{N}_])|(?<!<a?)(?:${a.join("|")||"(?!)"})(?!\\d)`,"giu"),d=f=>e.get(f.toLowerCase())?.sent??f;return i.split(kd).map((f,m)=>m%2?f:f.replace(l,d)).join("")}function ml(i,s){return[...pl(s).values()].reduce((e,t)=>e.replaceAll(t.sent,t.typed),i)}function pl(i){return new Map(i.toReversed().map(s=>[s.typed.toLowerCase(),s]))}function ll(i){return i.replace(/[.*+?^${}()|[\]\\/]/g,"\\$&")}var Ed=2e3,Hd=10,Cd=matchMedia("(max-width: 480px)"),ys,_i,Ee,it,qt,Ft,O,fl,Hr,Cr,ul,Sr,vl,gl,bl,Ar,yl,wl,Bo,zl,_l,Uo,qo,Or,Ir,wi,xl,Rr,zi,tt=class extends j{constructor(){super(...arguments);N(this,O);this.version=0;this.text="";this.files=[];this.replyTo=null;this.editing=null;this.command=null;N(this,ys,null);N(this,_i,null);N(this,Ee,new bi(this,e=>c(this,O,gl).call(this,e)));N(this,it,"");N(this,qt,new Map);N(this,Ft,"")}createRenderRoot(){return this}willUpdate(e){let t=`${this.session.view?.user.id} ${this.session.channelId}`;t!==g(this,it)&&(c(this,O,Ir).call(this),W(this,it,t),c(this,O,wi).call(this))}focusText(){this.querySelector("textarea")?.focus()}async reply(e){g(this,O,Or)&&c(this,O,wi).call(this),this.replyTo=e,await c(this,O,zi).call(this)}async edit(e){c(this,O,Ir).call(this),this.editing=e,this.text=ml(e.content,g(this,O,Cr)),await c(this,O,zi).call(this)}render(){let{session:e,command:t}=this,r=e.channel;if(!r)return n``;if(!_r(r))return n`<p class="composer about">${v.mayNotWrite}</p>`;if(t)return n`<command-form .session=${e} .command=${t} .rest=${g(this,ys)} .refused=${g(this,_i)}
        @left=${c(this,O,Uo)} @use=${c(this,O,yl)}></command-form>`;let o=this.editing?v.editing:this.replyTo?v.replyingTo(e.nameOf(this.replyTo.author)):"";return n`<form class="composer" @submit=${c(this,O,Bo)} @paste=${c(this,O,_l)}>
      ${g(this,Ee).render(this.text.startsWith("/")?v.commands:v.names)}
      ${o?n`<p class="about">${o} <button type="button" class="plain link" @click=${c(this,O,qo)}>${v.stop}</button></p>`:$}
      ${this.files.length?c(this,O,fl).call(this):$}
      <div class="write">
        <label class="icon attach" title=${v.attach}><span aria-hidden="true">+</span><span class="unseen">${v.attach}</span>
          <input type="file" class="unseen" multiple ?disabled=${this.editing!==null} @change=${c(this,O,zl)} /></label>
        <textarea rows=${Math.min(8,this.text.split(`
`).length)} maxlength=${Ed}
          placeholder=${Cd.matches?v.write(r.name):`${v.write(r.name)} \xB7 ${v.writeHint}`} aria-label=${v.write(r.name)}
          aria-haspopup="listbox" aria-autocomplete="list"
          aria-controls=${g(this,Ee).isOpen?g(this,Ee).id:$}
          aria-activedescendant=${g(this,Ee).activeId} .value=${this.text}
          @input=${c(this,O,ul)} @keydown=${c(this,O,wl)} @keyup=${c(this,O,Sr)} @click=${c(this,O,Sr)} @blur=${()=>g(this,Ee).hide()}></textarea>
        <button type="submit" class="button primary">${this.editing?v.save:v.send}</button>
      </div></form>`}};ys=new WeakMap,_i=new WeakMap,Ee=new WeakMap,it=new WeakMap,qt=new WeakMap,Ft=new WeakMap,O=new WeakSet,fl=function(){return n`<ul class="attached">${this.files.map(e=>n`<li>${e.name} <small>${v.size(e.size)}</small>
        <button type="button" class="icon" aria-label=${v.removeFile(e.name)}
          @click=${()=>this.files=this.files.filter(t=>t!==e)}><span aria-hidden="true">✕</span></button></li>`)}</ul>`},Hr=function(){return rl(this.session.view?.commands??[],this.session.view?.user.locale)},Cr=function(){let{view:e,channel:t}=this.session;return e&&t?hl(e,t):[]},ul=function(e){this.text=e.target.value,c(this,O,Sr).call(this)},Sr=function(){let e=this.querySelector("textarea");if(!e||e.selectionStart!==e.selectionEnd)return g(this,Ee).hide();let t=`${e.selectionEnd} ${this.text}`;if(t===g(this,Ft))return;if(W(this,Ft,t),this.text.startsWith("/")&&!this.editing)return c(this,O,vl).call(this);let r=No(this.text,e.selectionEnd),o=r===null?[]:cl(g(this,O,Cr),r).slice(0,Hd);g(this,Ee).show(o.map(a=>({value:a.typed,label:a.typed,description:a.description})))},vl=function(){let e=nl(g(this,O,Hr),this.text);if(e)return c(this,O,Ar).call(this,...e);let t=al(g(this,O,Hr),this.text);g(this,Ee).show(t.map(r=>({value:r.name,label:`/${r.label}`,description:r.description})))},gl=function(e){if(!this.text.startsWith("/")||this.editing)return c(this,O,bl).call(this,e.value);let t=g(this,O,Hr).find(r=>r.name===e.value);t&&c(this,O,Ar).call(this,t,null)},bl=function(e){let t=this.querySelector("textarea"),r=No(this.text,t?.selectionEnd??0);if(!t||r===null)return;let o=t.selectionEnd;t.setRangeText(`${e} `,o-r.length,o,"end"),this.text=t.value,W(this,Ft,`${t.selectionEnd} ${this.text}`),g(this,Ee).hide()},Ar=function(e,t){c(this,O,Ir).call(this,""),W(this,ys,t),W(this,_i,null),this.command=e},yl=async function(e){let{command:t,session:r}=this,{values:o,filled:a}=e.detail;if(!t)return;await c(this,O,Uo).call(this);let l=g(this,it);await r.command(t.name,o)||l!==g(this,it)||this.text||this.command||this.editing||this.replyTo||(c(this,O,Ar).call(this,t,null),W(this,_i,a))},wl=function(e){if(!g(this,Ee).key(e)){if(e.key==="Enter"&&!e.shiftKey&&!e.isComposing)e.preventDefault(),c(this,O,Bo).call(this,e);else if(e.key==="Escape")c(this,O,qo).call(this);else if(e.key==="ArrowUp"&&this.text===""&&!this.editing){let t=this.session.messages.findLast(r=>r.author.id===this.session.view?.user.id&&Mt(r));if(!t)return;e.preventDefault(),this.edit(t)}}},Bo=async function(e){e.preventDefault();let{text:t,files:r,replyTo:o,editing:a,session:l}=this,d=dl(t.trim(),g(this,O,Cr));if(a)d&&await l.edit(a,d)&&this.editing===a&&c(this,O,wi).call(this);else if(d||r.length){c(this,O,Rr).call(this);let f=g(this,it);if(await l.send(d,o?.id??null,r))return;c(this,O,xl).call(this,f,{text:t,files:r,replyTo:o})}},zl=function(e){let t=e.target;this.files=[...this.files,...t.files??[]],t.value="",c(this,O,zi).call(this)},_l=function(e){let t=[...e.clipboardData?.files??[]];t.length&&!this.editing&&(this.files=[...this.files,...t])},Uo=async function(){c(this,O,wi).call(this),await c(this,O,zi).call(this)},qo=async function(){this.editing&&c(this,O,wi).call(this),this.replyTo=null,await c(this,O,zi).call(this)},Or=function(){return this.editing!==null||this.command!==null},Ir=function(e=this.text){let{files:t,replyTo:r}=this;g(this,O,Or)||g(this,qt).set(g(this,it),{text:e,files:t,replyTo:r}),c(this,O,Rr).call(this)},wi=function(){c(this,O,Rr).call(this),Object.assign(this,g(this,qt).get(g(this,it)))},xl=function(e,t){let r=e===g(this,it)&&!g(this,O,Or),{text:o,files:a,replyTo:l}=this,d=r?{text:o,files:a,replyTo:l}:g(this,qt).get(e),f={text:[t.text,d?.text].filter(Boolean).join(`
`),files:[...t.files,...d?.files??[]],replyTo:t.replyTo??d?.replyTo??null};r?Object.assign(this,f):g(this,qt).set(e,f)},Rr=function(){this.text="",this.files=[],this.replyTo=null,this.editing=null,this.command=null,W(this,Ft,""),g(this,Ee).hide()},zi=async function(){await this.updateComplete,this.focusText()},T([p({attribute:!1})],tt.prototype,"session",2),T([p({attribute:!1})],tt.prototype,"version",2),T([oe()],tt.prototype,"text",2),T([oe()],tt.prototype,"files",2),T([oe()],tt.prototype,"replyTo",2),T([oe()],tt.prototype,"editing",2),T([oe()],tt.prototype,"command",2),tt=T([q("message-composer")],tt);var $l=(i,s,e)=>{let t=new Map;for(let r=s;r<=e;r++)t.set(i[r],r);return t},Ml=Ke(class extends Ce{constructor(i){if(super(i),i.type!==ze.CHILD)throw Error("repeat() can only be used in text expressions")}dt(i,s,e){let t;e===void 0?e=s:s!==void 0&&(t=s);let r=[],o=[],a=0;for(let l of i)r[a]=t?t(l,a):a,o[a]=e(l,a),a++;return{values:o,keys:r}}render(i,s,e){return this.dt(i,s,e).values}update(i,[s,e,t]){let r=ja(i),{values:o,keys:a}=this.dt(s,e,t);if(!Array.isArray(r))return this.ut=a,o;let l=this.ut??=[],d=[],f,m,h=0,k=r.length-1,w=0,_=o.length-1;for(;h<=k&&w<=_;)if(r[h]===null)h++;else if(r[k]===null)k--;else if(l[h]===a[w])d[w]=_t(r[h],o[w]),h++,w++;else if(l[k]===a[_])d[_]=_t(r[k],o[_]),k--,_--;else if(l[h]===a[_])d[_]=_t(r[h],o[_]),Qt(i,d[_+1],r[h]),h++,_--;else if(l[k]===a[w])d[w]=_t(r[k],o[w]),Qt(i,r[h],r[k]),k--,w++;else if(f===void 0&&(f=$l(a,w,_),m=$l(l,h,k)),f.has(l[h]))if(f.has(l[k])){let y=m.get(a[w]),b=y!==void 0?r[y]:null;if(b===null){let M=Qt(i,r[h]);_t(M,o[w]),d[w]=M}else d[w]=_t(b,o[w]),Qt(i,r[h],b),r[y]=null;w++}else Gs(r[k]),k--;else Gs(r[h]),h++;for(;w<=_;){let y=Qt(i,d[_+1]);_t(y,o[w]),d[w++]=y}for(;h<=k;){let y=r[h++];y!==null&&Gs(y)}return this.ut=a,Fs(i,d),ve}});var Sd=80,Ad=500,st,bt,Ct,xs,xi,$s,F,kl,ws,Fo,Vr,Tl,El,Hl,zs,_s,Cl,Sl,Al,Ol,Il,Dr,jr,Ms,ks,gt=class extends j{constructor(){super(...arguments);N(this,F);this.messages=[];this.channelId="";this.activeId=null;N(this,st,!0);N(this,bt,0);N(this,Ct,!1);N(this,xs,!1);N(this,xi,new ResizeObserver(()=>c(this,F,Vr).call(this)));N(this,$s);N(this,Ms,()=>{W(this,st,!0),W(this,Ct,!0),W(this,bt,g(this,F,ws).scrollTop),this.requestUpdate()});N(this,ks,async e=>{let{channel:t,message:r}=e.detail;if(!await this.session.openAt(t,r))return;await c(this,F,zs).call(this);let o=c(this,F,_s).call(this,r);o&&(W(this,st,!1),o.scrollIntoView({block:"center"}),o.focus({preventScroll:!0}),o.classList.add("found"),setTimeout(()=>o.classList.remove("found"),2500))})}createRenderRoot(){return this}connectedCallback(){super.connectedCallback(),this.session.addEventListener("jump",g(this,ks)),this.session.addEventListener("answered",g(this,Ms))}disconnectedCallback(){this.session.removeEventListener("jump",g(this,ks)),this.session.removeEventListener("answered",g(this,Ms)),g(this,xi).disconnect(),super.disconnectedCallback()}firstUpdated(){g(this,xi).observe(this.querySelector("ol")),g(this,xi).observe(g(this,F,ws))}willUpdate(e){W(this,xs,this.contains(document.activeElement)),e.has("channelId")&&(this.activeId=null,W(this,st,!0),W(this,Ct,!1),W(this,bt,0))}updated(){g(this,xs)&&document.activeElement===document.body&&this.querySelector('li.message[tabindex="0"]')?.focus({preventScroll:!0}),c(this,F,Vr).call(this)}render(){let{messages:e,session:t}=this,r=t.channel?.name??"",o=e.some(a=>a.id===this.activeId)?this.activeId:e.at(-1)?.id;return n`<div class="scroll" @scroll=${c(this,F,Fo)}>
      ${t.hasOlder&&e.length?n`<button type="button" class="button secondary older" @click=${c(this,F,Tl)}>${v.older}</button>`:$}
      <ol class="messages" aria-label=${v.messagesIn(r)} @keydown=${c(this,F,Sl)} @focusin=${c(this,F,Cl)}
        @contextmenu=${c(this,F,Ol)} @pointerdown=${c(this,F,Il)} @pointerup=${c(this,F,Dr)}
        @pointercancel=${c(this,F,Dr)} @pointermove=${c(this,F,Dr)}>
        ${Ml(e,a=>a.id,(a,l)=>c(this,F,kl).call(this,a,e[l-1],a.id===o))}
      </ol>
      ${t.hasNewer?n`<button type="button" class="button secondary newer" @click=${c(this,F,El)}>${v.newer}</button>`:$}
      ${e.length||!t.isLoaded?$:n`<p class="nothing">${v.nothingYet(r)}</p>`}
    </div>
    ${t.hasNewer?n`<p class="earlier">${v.earlier} <button type="button" class="plain link" @click=${c(this,F,Hl)}>${v.toNewest}</button></p>`:$}`}};st=new WeakMap,bt=new WeakMap,Ct=new WeakMap,xs=new WeakMap,xi=new WeakMap,$s=new WeakMap,F=new WeakSet,kl=function(e,t,r){let o=v.dayOf(new Date(e.timestamp)),a=!t||v.dayOf(new Date(t.timestamp))!==o,l=!a&&Rn(e,t);return n`${a?n`<li class="day"><span>${o}</span></li>`:$}
      <li id="message-${e.id}" class="message ${l?"goes-on":""}" tabindex=${r?0:-1} data-id=${e.id}>
        <message-item .message=${e} .session=${this.session} .goesOn=${l} .active=${r} .view=${this.view}></message-item>
      </li>`},ws=function(){return this.querySelector(".scroll")},Fo=function(){let{scrollTop:e,scrollHeight:t,clientHeight:r}=g(this,F,ws),o=Math.abs(e-g(this,bt))>1;t-e-r<Sd?W(this,st,!0):(e<g(this,bt)||o&&g(this,Ct))&&W(this,st,!1),o&&W(this,Ct,!1),W(this,bt,e)},Vr=function(){if(c(this,F,Fo).call(this),!g(this,st)||this.session.hasNewer)return;let e=g(this,F,ws),t=this.querySelector("li.message:last-of-type"),r=t!==null&&t.offsetHeight>e.clientHeight;e.scrollTop=g(this,Ct)&&r?t.offsetTop-e.offsetTop:e.scrollHeight,W(this,bt,e.scrollTop)},Tl=async function(){let e=this.messages[0]?.id;await this.session.loadOlder(),await c(this,F,zs).call(this),e&&c(this,F,_s).call(this,e)?.scrollIntoView({block:"start"})},El=async function(){let e=this.messages.at(-1)?.id;W(this,st,!1),await this.session.loadNewer(),await c(this,F,zs).call(this);let t=this.messages[this.messages.findIndex(r=>r.id===e)+1];t&&c(this,F,_s).call(this,t.id)?.focus({preventScroll:!0})},Hl=async function(){await this.session.loadNewest(),W(this,st,!0),await c(this,F,zs).call(this),c(this,F,Vr).call(this),c(this,F,_s).call(this,this.messages.at(-1)?.id??"")?.focus({preventScroll:!0})},zs=async function(){await new Promise(e=>requestAnimationFrame(e)),await this.updateComplete},_s=function(e){return this.querySelector(`#message-${e}`)},Cl=function(e){this.activeId=e.target.closest("li.message")?.dataset.id??this.activeId},Sl=function(e){let t=e.target;if(!t.matches("li.message"))return;let r=[...this.querySelectorAll("li.message")],o=r.indexOf(t);if(e.key==="ArrowDown")r[o+1]?.focus();else if(e.key==="ArrowUp")r[o-1]?.focus();else if(e.key==="Home")r[0]?.focus();else if(e.key==="End")r.at(-1)?.focus();else if(e.key==="Enter"||e.key==="ContextMenu"||e.key==="F10"&&e.shiftKey)c(this,F,Al).call(this,t);else return;e.preventDefault()},Al=function(e){let t=e.getBoundingClientRect();c(this,F,jr).call(this,e,t.left+56,Math.min(t.bottom,innerHeight-60))},Ol=function(e){let t=e.target,r=t.closest("li.message");!r||t.closest("a[href], img.picture, input, textarea")||(e.preventDefault(),(e.button===2||e.detail)&&c(this,F,jr).call(this,r,e.clientX,e.clientY))},Il=function(e){let t=e.target.closest("li.message");e.pointerType==="mouse"||!t||W(this,$s,setTimeout(()=>c(this,F,jr).call(this,t,e.clientX,e.clientY),Ad))},Dr=function(e){e.type==="pointermove"&&Math.abs(e.movementX)+Math.abs(e.movementY)<4||clearTimeout(g(this,$s))},jr=function(e,t,r){let o=this.messages.find(a=>a.id===e.dataset.id);o&&(e.focus({preventScroll:!0}),this.dispatchEvent(new CustomEvent("message-menu",{detail:{message:o,x:t,y:r},bubbles:!0})))},Ms=new WeakMap,ks=new WeakMap,T([p({attribute:!1})],gt.prototype,"session",2),T([p({attribute:!1})],gt.prototype,"messages",2),T([p({attribute:!1})],gt.prototype,"view",2),T([p({attribute:!1})],gt.prototype,"channelId",2),T([oe()],gt.prototype,"activeId",2),gt=T([q("message-list")],gt);var Od=["\u{1F44D}","\u2764\uFE0F","\u{1F602}","\u{1F62E}"].map(i=>({id:null,name:i})),Ts,$i,Z,Go,Vl,Dl,jl,yt,Wo,Lr,Pr,Ko,Nr,Ll,Yo,Gt=class extends j{constructor(){super(...arguments);N(this,Z);this.message=null;this.appsOpen=!1;N(this,Ts,null);N(this,$i,{x:0,y:0})}createRenderRoot(){return this}async open(e,t,r){e.type===Se.THREAD_STARTER&&!e.referenced_message||(W(this,Ts,document.activeElement),this.message=e,this.appsOpen=!1,W(this,$i,{x:t,y:r}),await this.updateComplete,c(this,Z,Yo).call(this),g(this,Z,Wo)[0]?.focus())}render(){let{message:e,session:t}=this;if(!e)return $;let r=t.channel,o=e.author.id===t.view?.user.id,a=!(e.flags&Qe),l=o||r!==void 0&&rn(r),d=t.view?.channels.some(f=>f.id===e.id);return e.type===Se.THREAD_STARTER?c(this,Z,Go).call(this,c(this,Z,Vl).call(this,e)):c(this,Z,Go).call(this,n`${a?c(this,Z,Dl).call(this,e):$}
        ${a&&r&&_r(r)?c(this,Z,yt).call(this,v.reply,()=>c(this,Z,Pr).call(this,"reply")):$}
        ${o&&a&&Mt(e)?c(this,Z,yt).call(this,v.edit,()=>c(this,Z,Pr).call(this,"edit")):$}
        ${a&&r&&nn(r)&&!d?c(this,Z,yt).call(this,v.openThread,()=>c(this,Z,Pr).call(this,"thread")):$}
        ${e.content?c(this,Z,yt).call(this,v.copyText,()=>Rl(e.content)):$}
        ${a?c(this,Z,jl).call(this,e):$}
        ${!a||l?c(this,Z,yt).call(this,a?v.delete:v.dismiss,()=>{t.delete(e)},"dangerous"):$}`)}};Ts=new WeakMap,$i=new WeakMap,Z=new WeakSet,Go=function(e){return n`<div class="menu-scrim" @pointerdown=${()=>c(this,Z,Nr).call(this)} @contextmenu=${t=>t.preventDefault()}></div>
      <div class="menu" role="menu" aria-label=${v.actions} @keydown=${c(this,Z,Ll)}>${e}</div>`},Vl=function(e){let t=e.referenced_message;return t?[c(this,Z,yt).call(this,v.goToMessage,()=>this.session.jumpToMessage(t.channel_id,t.id)),t.content?c(this,Z,yt).call(this,v.copyText,()=>Rl(t.content)):$]:$},Dl=function(e){let t=[...Od,...(this.session.view?.emojis??[]).slice(0,2)];return n`<div class="menu-reactions" role="group" aria-label=${v.react}>${t.map(r=>n`<button type="button" role="menuitem" tabindex="-1" aria-label=${`${v.react}: ${r.name}`}
        @click=${()=>c(this,Z,Ko).call(this,()=>{this.session.react(e,r)})}>${Nt(r)}</button>`)}</div>`},jl=function(e){let t=(this.session.view?.commands??[]).filter(r=>r.type===wr.MESSAGE_MENU);return t.length?n`<button type="button" role="menuitem" tabindex="-1" aria-haspopup="menu" aria-expanded=${this.appsOpen}
        @click=${()=>c(this,Z,Lr).call(this,!this.appsOpen)}>${v.apps} <span aria-hidden="true">${this.appsOpen?"\u25BE":"\u25B8"}</span></button>
      ${this.appsOpen?n`<div role="group" class="menu-apps" aria-label=${v.apps}>${t.map(r=>c(this,Z,yt).call(this,Ae(r,this.session.view?.user.locale),()=>{this.session.app(e,r.name)}))}</div>`:$}`:$},yt=function(e,t,r=""){return n`<button type="button" role="menuitem" tabindex="-1" class=${r} @click=${()=>c(this,Z,Ko).call(this,t)}>${e}</button>`},Wo=function(){return[...this.querySelectorAll("[role=menuitem]")]},Lr=async function(e){this.appsOpen=e,await this.updateComplete,c(this,Z,Yo).call(this),e&&this.querySelector(".menu-apps [role=menuitem]")?.focus()},Pr=function(e){this.message&&this.dispatchEvent(new CustomEvent("act",{detail:{act:e,message:this.message}}))},Ko=function(e){e(),c(this,Z,Nr).call(this)},Nr=function(){let e=this.contains(document.activeElement);this.message=null,e&&g(this,Ts)?.focus()},Ll=function(e){let t=g(this,Z,Wo),r=t.indexOf(document.activeElement),o=document.activeElement?.closest(".menu-apps"),a=document.activeElement?.getAttribute("aria-haspopup")==="menu";if(e.key==="ArrowDown")t[(r+1)%t.length]?.focus();else if(e.key==="ArrowUp")t.at(r-1)?.focus();else if(e.key==="Home")t[0]?.focus();else if(e.key==="End")t.at(-1)?.focus();else if(e.key==="ArrowRight"&&a)c(this,Z,Lr).call(this,!0);else if(e.key==="ArrowLeft"&&o)c(this,Z,Lr).call(this,!1).then(()=>this.querySelector("[aria-haspopup]")?.focus());else if(e.key==="ArrowRight")t[(r+1)%t.length]?.focus();else if(e.key==="ArrowLeft")t.at(r-1)?.focus();else if(e.key==="Escape"||e.key==="Tab")c(this,Z,Nr).call(this);else return;e.preventDefault(),e.stopPropagation()},Yo=function(){let e=this.querySelector(".menu");if(!e)return;let{width:t,height:r}=e.getBoundingClientRect();e.style.left=`${Math.max(8,Math.min(g(this,$i).x,innerWidth-t-8))}px`,e.style.top=`${Math.max(8,Math.min(g(this,$i).y,innerHeight-r-8))}px`},T([p({attribute:!1})],Gt.prototype,"session",2),T([oe()],Gt.prototype,"message",2),T([oe()],Gt.prototype,"appsOpen",2),Gt=T([q("message-menu")],Gt);function Rl(i){navigator.clipboard?.writeText(i)}var Id=2,ue,Pl,Zo,Nl,Bl,Ul,ql,Fl,Gl,Wt=class extends j{constructor(){super(...arguments);N(this,ue);this.complaint=""}createRenderRoot(){return this}firstUpdated(){this.querySelector("dialog")?.showModal()}render(){let e=this.session.host?.bot.user;return n`<dialog class="modal" aria-labelledby="modal-title" @cancel=${c(this,ue,Gl)}>
      <form @submit=${c(this,ue,Ul)}>
        <h2 id="modal-title">${this.modal.title}</h2>
        <p class="modal-note">${v.formFor(e?this.session.nameOf(e):"")}</p>
        ${this.modal.components.map(t=>c(this,ue,Pl).call(this,t))}
        <p class="modal-error" role="alert">${this.complaint}</p>
        <div class="modal-foot">
          <button type="button" class="button secondary" @click=${()=>this.session.closeModal()}>${v.cancel}</button>
          <button type="submit" class="button primary">${v.submit}</button>
        </div>
      </form></dialog>`}};ue=new WeakSet,Pl=function(e){return e.type===me.TEXT_DISPLAY?n`<p>${Pt(e.content??"",this.session)}</p>`:e.type===me.LABEL&&e.component?c(this,ue,Zo).call(this,e.component,e.label??"",e.description):n`${(e.components??[]).map(t=>c(this,ue,Zo).call(this,t,t.label??""))}`},Zo=function(e,t,r){let o=`field-${e.custom_id}`,a=e.required!==!1&&e.type!==me.CHECKBOX,l=n`${t}${a?$:n` <small>(${v.optional})</small>`}`,d=r?n`<small class="hint" id="${o}-hint">${r}</small>`:$;return e.type===me.RADIO_GROUP||e.type===me.CHECKBOX_GROUP?n`<fieldset class="field"><legend>${l}</legend>${d}${c(this,ue,Bl).call(this,e)}</fieldset>`:n`<div class="field"><label for=${o}>${l}</label>${d}${c(this,ue,Nl).call(this,e,o,t,a)}</div>`},Nl=function(e,t,r,o){let a=e.custom_id??"";switch(e.type){case me.TEXT_INPUT:return e.style===Id?n`<textarea id=${t} name=${a} rows="4" ?required=${o} aria-describedby="${t}-hint"
              minlength=${e.min_length||$} maxlength=${e.max_length??4e3}
              placeholder=${e.placeholder??""} .value=${e.value??""}></textarea>`:n`<input id=${t} name=${a} type="text" ?required=${o} aria-describedby="${t}-hint"
              minlength=${e.min_length||$} maxlength=${e.max_length??4e3}
              placeholder=${e.placeholder??""} .value=${e.value??""} />`;case me.CHECKBOX:return n`<input id=${t} name=${a} type="checkbox" .checked=${e.default??!1} />`;default:return n`<choice-select id=${t} data-name=${a} .select=${e} .session=${this.session} .label=${r}></choice-select>`}},Bl=function(e){let t=e.type===me.RADIO_GROUP?"radio":"checkbox";return(e.options??[]).map(r=>n`<label class="box"><input type=${t} name=${e.custom_id??""} value=${r.value}
        .checked=${r.default??!1} /> ${r.label}
        ${r.description?n`<small>${r.description}</small>`:$}</label>`)},Ul=function(e){e.preventDefault(),this.session.submit(this.modal,c(this,ue,ql).call(this,e.target))},ql=function(e){let t={},r=this.modal.components.flatMap(o=>o.component??o.components??[]);for(let o of r){let a=o.custom_id;if(!a)continue;let l=new FormData(e).getAll(a).map(String);o.type===me.TEXT_INPUT?t[a]=l[0]??"":o.type===me.CHECKBOX?t[a]=l.length>0:o.type===me.CHECKBOX_GROUP?t[a]=l:o.type!==me.RADIO_GROUP?t[a]=c(this,ue,Fl).call(this,a):l[0]!==void 0&&(t[a]=l[0])}return t},Fl=function(e){return this.querySelector(`choice-select[data-name="${CSS.escape(e)}"]`)?.values??[]},Gl=function(e){e.preventDefault(),this.session.closeModal()},T([p({attribute:!1})],Wt.prototype,"modal",2),T([p({attribute:!1})],Wt.prototype,"session",2),T([p({attribute:!1})],Wt.prototype,"complaint",2),Wt=T([q("modal-form")],Wt);function Xo(){return be("GET","/api/start")}async function Wl(i){let s=await Xo().catch(()=>null);return s!==null&&i!==null&&s.server.id!==i.server.id}function Kl(){return be("POST","/api/evening")}var Br=class{constructor(s){this.userId=s;this.#e=`/api/as/${s}`}#e;view(){return be("GET",`${this.#e}/view`)}history(s,e,t){let r=new URLSearchParams({limit:String(e)});for(let[o,a]of Object.entries(t))a&&r.set(o,a);return be("GET",`${this.#i(s)}?${r}`)}send(s,e,t,r){let o={content:e,...t?{reply_to:t}:{}};if(!r.length)return be("POST",this.#i(s),o);let a=new FormData;return a.append("payload_json",JSON.stringify(o)),r.forEach((l,d)=>a.append(`files[${d}]`,l)),be("POST",this.#i(s),a)}edit(s,e){return be("PATCH",this.#s(s),{content:e})}delete(s){return be("DELETE",this.#s(s))}react(s,e,t){let r=encodeURIComponent(ni(e));return be(t?"PUT":"DELETE",`${this.#s(s)}/reactions/${r}`)}openThread(s,e,t){return be("POST",`${this.#t(s)}/threads`,{name:e,message_id:t})}command(s,e,t){return be("POST",`${this.#t(s)}/commands`,{command:e,options:t})}complete(s,e,t,r,o){let a={command:e,options:t,focused:r};return be("POST",`${this.#t(s)}/autocomplete`,a,o)}app(s,e){return be("POST",`${this.#s(s)}/apps`,{name:e})}component(s,e,t){return be("POST",`${this.#s(s)}/components`,{custom_id:e,values:t})}submit(s,e){return be("POST",`${this.#e}/modals/${s.id}`,{values:e})}score(s,e){return be("GET",`${this.#s(s)}/score`,void 0,e)}eventsUrl(){let s=new URL(`${this.#e}/events`,location.href);return s.protocol=s.protocol==="https:"?"wss:":"ws:",s.href}#t(s){return`${this.#e}/channels/${s}`}#i(s){return`${this.#t(s)}/messages`}#s(s){return`${this.#i(s.channel_id)}/${s.id}`}};var Ur=class{constructor(s,e,t,r){this.url=s;this.tell=e;this.opened=t;this.broken=r;this.#e=null;this.#t=500;this.#s=!1;this.begun=new Promise(s=>this.#r=s);this.#o(!1)}#e;#t;#i;#s;#r;close(){this.#s=!0,clearTimeout(this.#i),this.#e?.close()}#o(s){let e=new WebSocket(this.url);this.#e=e,e.onopen=()=>{this.#t=500,this.#r(),this.#s||this.opened(s)},e.onmessage=t=>{this.#s||this.tell(JSON.parse(t.data))},e.onclose=()=>{this.#r(),!this.#s&&(this.broken(),clearTimeout(this.#i),this.#i=setTimeout(()=>this.#o(!0),this.#t),this.#t=Math.min(this.#t*2,8e3))}}};var Mi=class extends Error{},qr=class{#e=null;#t=null;get api(){if(!this.#e)throw new Error("nobody is anybody yet");return this.#e}hasChosen(s){return this.#t?.userId===s}async become(s){let e=this.#t=new Br(s);try{let t=await e.view();if(this.#t!==e)throw new Mi;return this.#e=e,t}finally{this.#t===e&&(this.#t=this.#e)}}async as(s){let e=this.api,[t]=await Promise.allSettled([s(e)]);if(e!==this.#e)throw new Mi;if(t.status==="rejected")throw t.reason;return t.value}};function Rd(i,s){return i.length-s.length||(i<s?-1:i>s?1:0)}function Yl(i,s){let e=i.findIndex(o=>o.id===s.id),t=i[e];if(t)return(t.edited_timestamp??"")>(s.edited_timestamp??"")?[...i]:i.with(e,{...t,...s});let r=i.findLastIndex(o=>Rd(o.id,s.id)<0)+1;return i.toSpliced(r,0,s)}function Fr(i,s){return s.reduce(Yl,i)}function Vd(i,s){return i.filter(e=>!s.includes(e.id))}function Dd(i,s){return i.some(e=>e.referenced_message?.id===s.id)?i.map(e=>e.referenced_message?.id===s.id?{...e,referenced_message:{...e.referenced_message,...s}}:e):i}function jd(i,s){let e=t=>s.includes(t.referenced_message?.id??"");return i.some(e)?i.map(t=>e(t)?{...t,referenced_message:null}:t):i}function Ld(i,s,e,t,r){return i.map(o=>{if(o.id!==s)return o;let a=ni(e),l=o.reactions??[],m=(l.some(h=>ni(h.emoji)===a)?l:[...l,{emoji:e,count:0,me:!1}]).map(h=>ni(h.emoji)===a?{...h,count:h.count+t,me:r?t>0:h.me}:h).filter(h=>h.count>0);return{...o,reactions:m}})}var Pd={messages:[],hasOlder:!1,hasNewer:!1},Es=50,Gr=class{constructor(s){this.fetch=s}#e=new Map;#t=new Set;of(s){return this.#i(s).messages}find(s,e){return this.of(s).find(t=>t.id===e)}has(s){return this.#e.has(s)}hasOlder(s){return this.#i(s).hasOlder}hasNewer(s){return this.#i(s).hasNewer}async loadNewest(s){let{found:e,catchUp:t}=await this.#s(s,{}),r=t(Fr([],e));this.#e.set(s,{messages:r,hasOlder:e.length===Es,hasNewer:!1})}async loadAround(s,e){let{found:t,catchUp:r}=await this.#s(s,{around:e}),o=Fr([],t),a=o.findIndex(m=>m.id===e);if(a<0)return;let l=Math.floor(Es/2),[d,f]=[a>=l,o.length-1-a>=l];this.#e.set(s,{messages:f?o:r(o),hasOlder:d,hasNewer:f})}async loadOlder(s){let{found:e}=await this.#s(s,{before:this.of(s)[0]?.id}),t=this.#i(s),r=Fr(t.messages,e);this.#e.set(s,{...t,messages:r,hasOlder:e.length===Es})}async loadNewer(s){let{found:e,catchUp:t}=await this.#s(s,{after:this.of(s).at(-1)?.id}),r=this.#i(s),o=Fr(r.messages,e),a=e.length===Es;this.#e.set(s,{...r,messages:a?o:t(o),hasNewer:a})}take(s){let e=s.channel_id,t=this.hasNewer(e)&&!this.find(e,s.id);this.#r(e,r=>Yl(r,s),!t),this.takeAnswered(s)}takeAnswered(s){this.#o(e=>Dd(e,s))}remove(s,e){this.#r(s,t=>Vd(t,e)),this.#o(t=>jd(t,e))}hear(s,e,t){let r=s==="MESSAGE_REACTION_ADD"?1:-1;switch(s){case"MESSAGE_DELETE":return this.remove(e.channel_id,[e.id]),!0;case"MESSAGE_DELETE_BULK":return this.remove(e.channel_id,e.ids),!0;case"MESSAGE_REACTION_ADD":case"MESSAGE_REACTION_REMOVE":return this.#a(e.channel_id,o=>Ld(o,e.message_id,e.emoji,r,e.user_id===t)),!0;default:return!1}}clear(){this.#e.clear()}#i(s){return this.#e.get(s)??Pd}async#s(s,e){let t={channelId:s,edits:[]};this.#t.add(t);try{return{found:await this.fetch(s,Es,e),catchUp:a=>t.edits.reduce((l,d)=>d(l),a)}}finally{this.#t.delete(t)}}#r(s,e,t=!0){for(let r of this.#t)r.channelId===s&&r.edits.push(e);t&&this.#a(s,e)}#o(s){for(let e of this.#e.keys())this.#a(e,s)}#a(s,e){let t=this.#e.get(s);t&&this.#e.set(s,{...t,messages:e(t.messages)})}};var Wr=class extends EventTarget{constructor(){super(...arguments);this.view=null;this.channelId="";this.complaint="";this.unread=new Set;this.oneself=new qr;this.timelines=new Gr((e,t,r)=>this.oneself.as(o=>o.history(e,t,r)))}get channel(){return this.view?.channels.find(e=>e.id===this.channelId)}get messages(){return this.timelines.of(this.channelId)}get isLoaded(){return this.timelines.has(this.channelId)}get hasOlder(){return this.timelines.hasOlder(this.channelId)}get hasNewer(){return this.timelines.hasNewer(this.channelId)}nameOf(e){return oi(e,this.view?.members.find(t=>t.user.id===e.id))}async open(e){let t=e===this.channelId;this.#e(e)&&(!this.isLoaded||this.hasNewer&&!t)&&await this.attempt(()=>this.load(e))}async openAt(e,t){if(!this.#e(e))return!1;this.timelines.find(e,t)||(await this.attempt(()=>this.timelines.loadAround(e,t)),this.changed());let r=this.timelines.find(e,t)!==void 0;return this.isLoaded||await this.attempt(()=>this.load(e)),!r&&this.channelId===e&&this.complain(v.noSuchMessage),r&&this.channelId===e}jumpTo(e){let t=tn(e);return t&&this.jumpToMessage(t.channel,t.message),t!==null}jumpToMessage(e,t){this.dispatchEvent(new CustomEvent("jump",{detail:{channel:e,message:t}}))}async loadOlder(){await this.attempt(()=>this.timelines.loadOlder(this.channelId)),this.changed()}async loadNewer(){await this.attempt(()=>this.timelines.loadNewer(this.channelId)),this.changed()}async loadNewest(){await this.attempt(()=>this.load(this.channelId))}complain(e){this.complaint=e,this.changed()}#e(e){return this.view?.channels.some(t=>t.id===e)?(e!==this.channelId&&(this.complaint=""),this.channelId=e,this.unread.delete(e),this.changed(),!0):(this.complain(v.noSuchChannel),!1)}async load(e){await this.timelines.loadNewest(e),this.changed()}take(e){this.timelines.take(e),this.changed()}async show(e){let{channel_id:t,id:r}=e;this.timelines.hasNewer(t)&&!this.timelines.find(t,r)&&await this.load(t),this.complaint="",this.take(e),this.dispatchEvent(new Event("answered"))}async attempt(e){try{return await e(),!0}catch(t){if(t instanceof Mi)return!1;if(!(t instanceof Et))throw t;return this.complain(t.sentence??v.unreachable),!1}}changed(){this.dispatchEvent(new Event("change"))}};var Kr=class extends Wr{constructor(){super(...arguments);this.start=null;this.host=null;this.modal=null;this.connected=!0;this.#e=0;this.#t=null;this.#i=0}#e;#t;#i;get eveningLeft(){return Math.max(0,Math.ceil((this.#i-performance.now())/1e3))}get api(){return this.oneself.api}get isChanging(){return this.#e>0}async begin(){await this.attempt(async()=>{this.start=await Xo(),this.#l(this.start),await this.#s(this.start.you)})}async become(e){this.oneself.hasChosen(e)||(this.#e+=1,this.changed(),await this.attempt(()=>this.#s(e)),this.#e-=1,this.changed())}send(e,t,r){return this.attempt(async()=>{let o=this.channelId;await this.show(await this.oneself.as(a=>a.send(o,e,t,r)))})}edit(e,t){return this.attempt(async()=>this.take(await this.oneself.as(r=>r.edit(e,t))))}delete(e){return this.attempt(async()=>{await this.oneself.as(t=>t.delete(e)),this.timelines.remove(e.channel_id,[e.id]),this.changed()})}react(e,t){let r=e.reactions?.some(o=>o.me&&o.emoji.name===t.name);return this.attempt(()=>this.oneself.as(o=>o.react(e,t,!r)))}async openThread(e,t){return this.attempt(async()=>{let r=await this.oneself.as(o=>o.openThread(e.channel_id,t,e.id));this.view=await this.oneself.as(o=>o.view()),await this.open(r.id)})}command(e,t={}){return this.#n(r=>r.command(this.channelId,e,t))}app(e,t){return this.#n(r=>r.app(e,t))}use(e,t,r){return this.#n(o=>o.component(e,t,r))}submit(e,t){return this.#n(r=>r.submit(e,t),()=>this.modal=null)}closeModal(){this.modal=null,this.changed()}playEvening(){return this.attempt(async()=>{await Kl()})}async#s(e){let t=await this.oneself.become(e),{api:r}=this;this.#t?.close(),this.scores=new Tr(r),this.timelines.clear(),this.unread.clear(),this.view=t,this.modal=null,this.#r();let o=this.#o(r);this.changed(),await o.begun,this.channelId&&r===this.api&&await this.load(this.channelId)}#r(){let e=this.view?.channels??[];if(this.channel)return;let t=e.find(r=>r.id===this.host?.tour.channel);this.channelId=(t??sn(e))?.id??""}#o(e){return this.#t=new Ur(e.eventsUrl(),t=>this.#h(t),t=>{this.connected=!0,t&&this.attempt(()=>this.#a()),this.changed()},()=>{this.connected=!1,this.changed(),Wl(this.start).then(t=>t&&location.reload())})}async#a(){this.view=await this.oneself.as(e=>e.view()),this.timelines.clear(),this.#r(),this.channelId&&await this.load(this.channelId)}async#n(e,t){let r=null;return await this.attempt(async()=>{r=await this.oneself.as(e),t?.(),this.modal=r.modal??this.modal,r.message&&await this.show(r.message)}),this.changed(),r}#h({t:e,d:t}){e==="MESSAGE_CREATE"||e==="MESSAGE_UPDATE"?this.#c(t,e==="MESSAGE_CREATE"):this.timelines.hear(e,t,this.view?.user.id)?this.changed():e==="HOST_CHANGED"?(this.#l(t),this.changed()):e!=="TYPING_START"&&this.attempt(()=>this.#d())}#c(e,t){let r=this.timelines.find(e.channel_id,e.id);if(!r&&!t)return this.timelines.takeAnswered(e),this.changed();this.take(e);let o=e.channel_id!==this.channelId;t&&o&&!(e.flags&Qe)&&this.unread.add(e.channel_id),(t||(r?.flags??0)&cs)&&!(e.flags&cs)&&this.dispatchEvent(new CustomEvent("message",{detail:e}))}async#d(){this.view=await this.oneself.as(e=>e.view()),this.#r(),this.channelId&&await this.open(this.channelId)}#l({bot:e,tour:t}){this.host={bot:e,tour:t},this.#i=performance.now()+t.evening.seconds_left*1e3}};var Zl=Ke(class extends Ce{constructor(i){if(super(i),i.type!==ze.PROPERTY&&i.type!==ze.ATTRIBUTE&&i.type!==ze.BOOLEAN_ATTRIBUTE)throw Error("The `live` directive is not allowed on child or event bindings");if(!qs(i))throw Error("`live` bindings can only contain a single expression")}render(i){return i}update(i,[s]){if(s===ve||s===$)return s;let e=i.element,t=i.name;if(i.type===ze.PROPERTY){if(s===e[t])return ve}else if(i.type===ze.BOOLEAN_ATTRIBUTE){if(!!s===e.hasAttribute(t))return ve}else if(i.type===ze.ATTRIBUTE&&e.getAttribute(t)===s+"")return ve;return Fs(i),s}});function Nd(i){let s=[...i.currentTarget.querySelectorAll("[data-item]")],e=s.indexOf(i.target),r={ArrowDown:e+1,ArrowUp:e-1,Home:0,End:s.length-1}[i.key];e<0||r===void 0||(i.preventDefault(),s[r]?.focus())}var ke,Xl,Jl,Jo,Ql,eh,th,ki=class extends j{constructor(){super(...arguments);N(this,ke);this.version=0}createRenderRoot(){return this}render(){let{session:e}=this;return n`<h2 class="server-name">${e.start?.server.name??""}</h2>
      <ul class="channels" aria-label=${v.channels} @keydown=${Nd}>
        ${c(this,ke,Xl).call(this).map(t=>c(this,ke,Jl).call(this,t))}
      </ul>
      ${c(this,ke,eh).call(this)}`}};ke=new WeakSet,Xl=function(){return(this.session.view?.channels??[]).filter(t=>t.type!==ft.CATEGORY&&!xe(t)).toSorted((t,r)=>(t.position??0)-(r.position??0))},Jl=function(e){let t=(this.session.view?.channels??[]).filter(r=>xe(r)&&r.parent_id===e.id&&!r.thread_metadata?.archived);return n`<li>${c(this,ke,Jo).call(this,e,"#")}
      ${t.length?n`<ul class="threads">${t.map(r=>n`<li>${c(this,ke,Jo).call(this,r,"\u21B3")}</li>`)}</ul>`:$}
    </li>`},Jo=function(e,t){let{session:r}=this,o=e.id===r.channelId,a=r.unread.has(e.id),l=on(e,r.start?.server.id),d=[e.name,xe(e)?v.thread:"",l?v.privateChannel:"",a?v.unread:""];return n`<button type="button" data-item class="channel ${a?"unread":""}" tabindex=${o?0:-1}
      aria-label=${d.filter(Boolean).join(", ")} aria-current=${o?"page":$} @click=${()=>c(this,ke,Ql).call(this,e)}>
      <span aria-hidden="true" class="sign">${l?"\u{1F512}":t}</span><span class="name">${e.name}</span></button>`},Ql=function(e){this.session.open(e.id),this.dispatchEvent(new CustomEvent("gone",{bubbles:!0}))},eh=function(){let{session:e}=this,t=e.view?.user;return n`<div class="you">
      ${t?n`<img class="avatar" src=${li(t)} alt="" />`:$}
      <label title=${v.youAreHint}>${v.youAre}
        <select class="who" aria-busy=${e.isChanging} @change=${r=>e.become(r.target.value)}>
          ${(e.start?.people??[]).map(({user:r})=>n`<option value=${r.id} ?selected=${r.id===t?.id}
            .selected=${Zl(r.id===t?.id)}>${r.global_name??r.username}</option>`)}
        </select>
      </label>
      <button type="button" class="icon" aria-label=${v.theme[Yt()]} title=${v.theme[Yt()]}
        @click=${c(this,ke,th)}><span aria-hidden="true">◐</span></button>
    </div>`},th=function(){let e=qi[(qi.indexOf(Yt())+1)%qi.length];e&&ga(e),this.requestUpdate()},T([p({attribute:!1})],ki.prototype,"session",2),T([p({attribute:!1})],ki.prototype,"version",2),ki=T([q("channel-list")],ki);var Ei,ih,sh,Ti=class extends j{constructor(){super(...arguments);N(this,Ei);this.version=0}createRenderRoot(){return this}render(){return n`${c(this,Ei,sh).call(this).map(([e,t])=>n`<h3>${e} — ${t.length}</h3>
      <ul aria-label=${e}>${t.map(r=>c(this,Ei,ih).call(this,r))}</ul>`)}`}};Ei=new WeakSet,ih=function(e){let t=this.session.nameOf(e.user);return n`<li class="member"><img class="avatar" src=${li(e.user)} alt="" /><span>${t}</span>
      ${e.user.bot?n`<span class="app">${v.app}</span>`:$}</li>`},sh=function(){let{view:e,channel:t}=this.session;if(!e)return[];let r=e.members.filter(m=>!t||t.viewers.includes(m.user.id)),o=e.roles.filter(m=>m.name!=="@everyone").toSorted((m,h)=>h.position-m.position),a=m=>o.find(h=>m.roles.includes(h.id)),l=r.filter(m=>m.user.bot),d=r.filter(m=>!m.user.bot),f=o.map(m=>[m.name,d.filter(h=>a(h)===m)]);return f.push([v.members,d.filter(m=>!a(m))],[v.bots,l]),f.filter(([,m])=>m.length)},T([p({attribute:!1})],Ti.prototype,"session",2),T([p({attribute:!1})],Ti.prototype,"version",2),Ti=T([q("member-list")],Ti);var wt,rh,oh,Qo,Hi=class extends j{constructor(){super(...arguments);N(this,wt);this.message=null}createRenderRoot(){return this}async open(e){this.message=e,await this.updateComplete,this.querySelector("dialog")?.showModal()}render(){return this.message?n`<dialog class="modal" aria-labelledby="thread-title" @close=${()=>this.message=null}>
      <form @submit=${c(this,wt,rh)}>
        <h2 id="thread-title">${v.openThread}</h2>
        <div class="field"><label for="thread-name">${v.threadName}</label>
          <input id="thread-name" name="name" type="text" required maxlength="100" /></div>
        <div class="modal-foot">
          <button type="button" class="button secondary" @click=${c(this,wt,Qo)}>${v.cancel}</button>
          <button type="submit" class="button primary">${v.create}</button>
        </div>
      </form></dialog>`:$}};wt=new WeakSet,rh=function(e){e.preventDefault();let t=new FormData(e.target).get("name"),{message:r}=this;c(this,wt,Qo).call(this),r&&c(this,wt,oh).call(this,r,String(t))},oh=async function(e,t){await this.session.openThread(e,t)&&this.dispatchEvent(new CustomEvent("opened"))},Qo=function(){this.querySelector("dialog")?.close()},T([p({attribute:!1})],Hi.prototype,"session",2),T([oe()],Hi.prototype,"message",2),Hi=T([q("thread-dialog")],Hi);var ea=matchMedia("(max-width: 860px)"),Bd=8e3,Cs,Ss,Yr,Zr,ce,ta,ah,nh,lh,hh,ia,Hs,ch,rt=class extends j{constructor(){super(...arguments);N(this,ce);this.session=new Kr;this.version=0;this.drawer=null;this.announced="";N(this,Cs);N(this,Ss,"");N(this,Yr,()=>{this.version+=1;let{session:e}=this;document.title=e.channel?v.title(e.channel.name,e.start?.server.name??""):document.title,e.complaint!==g(this,Ss)&&(W(this,Ss,e.complaint),clearTimeout(g(this,Cs)),e.complaint&&W(this,Cs,setTimeout(()=>e.complain(""),Bd)))});N(this,Zr,e=>{let{session:t}=this,r=e.detail;if(r.channel_id!==t.channelId||r.author.id===t.view?.user.id)return;let[o]=r.embeds,a=r.content||[o?.title,o?.description].filter(Boolean).join(". ");this.announced=v.said(t.nameOf(r.author),Mr(a,t))})}createRenderRoot(){return this}connectedCallback(){super.connectedCallback(),this.session.addEventListener("change",g(this,Yr)),this.session.addEventListener("message",g(this,Zr)),ea.addEventListener("change",()=>this.drawer=null),this.session.begin()}render(){let{session:e,drawer:t}=this;if(!e.view)return n`<p class="opening" role="status">${e.complaint||v.loading}</p>`;let r=ea.matches&&t!==null;return n`<a class="skip" href="#messages">${v.skip}</a>
      <div class="frame" @keydown=${c(this,ce,ch)} @gone=${()=>c(this,ce,Hs).call(this)} @message-menu=${c(this,ce,lh)}>
        ${c(this,ce,ta).call(this,"channels",n`<channel-list .session=${e} .version=${this.version}></channel-list>`)}
        <main id="messages" tabindex="-1" ?inert=${r}>
          ${c(this,ce,ah).call(this)}
          ${c(this,ce,nh).call(this)}
          <guided-tour .session=${e} .version=${this.version} @closed=${()=>this.composer.focusText()}></guided-tour>
          <message-list .session=${e} .messages=${e.messages} .view=${e.view} .channelId=${e.channelId}></message-list>
          <message-composer .session=${e} .version=${this.version}></message-composer>
        </main>
        ${c(this,ce,ta).call(this,"members",n`<member-list .session=${e} .version=${this.version}></member-list>`)}
        ${r?n`<div class="scrim" @click=${()=>c(this,ce,Hs).call(this)}></div>`:$}
      </div>
      <div class="unseen" role="log" aria-live="polite">${this.announced}</div>
      <message-menu .session=${e} @act=${c(this,ce,hh)}></message-menu>
      <thread-dialog .session=${e} @opened=${()=>this.composer.focusText()}></thread-dialog>
      ${e.modal?n`<modal-form .modal=${e.modal} .session=${e} .complaint=${e.complaint}></modal-form>`:$}`}};Cs=new WeakMap,Ss=new WeakMap,Yr=new WeakMap,Zr=new WeakMap,ce=new WeakSet,ta=function(e,t){let r=this.drawer===e,o=ea.matches&&!r,a=n`<button type="button" class="icon close-drawer" aria-label=${v.close}
      @click=${()=>c(this,ce,Hs).call(this)}><span aria-hidden="true">✕</span></button>`,l=`side side-${e} ${r?"open":""}`;return e==="channels"?n`<nav class=${l} aria-label=${v.channels} ?inert=${o}>${a}${t}</nav>`:n`<aside class=${l} aria-label=${v.members} ?inert=${o}>${a}${t}</aside>`},ah=function(){let{session:e}=this,t=["quarrel","calming"].includes(e.host?.tour.evening.state??"");return n`<header class="head">
      <button type="button" class="icon narrow" aria-label=${v.showChannels} aria-expanded=${this.drawer==="channels"}
        @click=${()=>c(this,ce,ia).call(this,"channels")}><span aria-hidden="true">☰</span></button>
      <h1 class=${e.channel&&xe(e.channel)?"of-thread":""}>${e.channel?.name??""}</h1>
      <p class="topic">${e.channel?.topic??""}</p>
      <button type="button" class="button secondary" ?disabled=${t} @click=${()=>e.playEvening()}>
        ${t?v.eveningPlays:v.playEvening}</button>
      <button type="button" class="button secondary" @click=${()=>this.tour.open()}>${v.openTour}</button>
      <button type="button" class="icon narrow" aria-label=${v.showMembers} aria-expanded=${this.drawer==="members"}
        @click=${()=>c(this,ce,ia).call(this,"members")}><span aria-hidden="true">👥</span></button>
    </header>`},nh=function(){let{session:e}=this,t=e.host?.bot,r=e.connected?t?.state==="starting"?v.botStarting:t?.state==="stopped"?v.botStopped(t.reason):"":v.broken;return n`<div class="notice" role="status" tabindex=${r.includes(`
`)?0:$}>${r}</div>
      <div class="notice complaint" role="alert">${e.modal?"":e.complaint}</div>`},lh=function(e){let{message:t,x:r,y:o}=e.detail;this.menu.open(t,r,o)},hh=function(e){let{act:t,message:r}=e.detail;setTimeout(()=>{t==="reply"?this.composer.reply(r):t==="edit"?this.composer.edit(r):this.threadDialog.open(r)})},ia=async function(e){this.drawer=e,await this.updateComplete,this.querySelector(`.side-${e} .close-drawer`)?.focus()},Hs=async function(){let e=this.drawer;if(!e)return;this.drawer=null,await this.updateComplete;let t=e==="channels"?v.showChannels:v.showMembers;this.querySelector(`.head [aria-label="${t}"]`)?.focus()},ch=function(e){e.key==="Escape"&&this.drawer&&c(this,ce,Hs).call(this)},T([oe()],rt.prototype,"version",2),T([oe()],rt.prototype,"drawer",2),T([oe()],rt.prototype,"announced",2),T([Qi("message-menu")],rt.prototype,"menu",2),T([Qi("message-composer")],rt.prototype,"composer",2),T([Qi("thread-dialog")],rt.prototype,"threadDialog",2),T([Qi("guided-tour")],rt.prototype,"tour",2),rt=T([q("playground-page")],rt);Jr(Yt());document.body.append(document.createElement("playground-page"));
/*! For license information please see page.js.LEGAL.txt */
